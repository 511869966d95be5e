"""Tags and filters of Tepat's templates."""

from django import template

register = template.Library()
