"""Account: a person who can sign in."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

from tepat.domain.permissions import Actor, Seat, actor_of_account
from tepat.models.events import is_demo_home
from tepat.models.keys import new_public_id

SECOND_FACTORS = frozenset({"totp", "webauthn"})


class AccountManager(BaseUserManager["Account"]):
    def create_user(self, email: str, password: str | None = None, **fields: object) -> "Account":
        account = self.model(email=self.normalize_email(email).lower(), **fields)
        account.set_password(password)
        account.save(using=self._db)
        return account

    def create_superuser(self, email: str, password: str | None = None, **fields: object) -> "Account":
        return self.create_user(email, password, is_operator=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "Account":
        return self.get(email__iexact=username)


class Account(AbstractBaseUser, PermissionsMixin):
    personal_fields: ClassVar[frozenset[str]] = frozenset({"email", "name", "last_login", "password"})

    public_id = models.CharField(
        max_length=12, unique=True, default=new_public_id, editable=False, help_text="Random id for addresses"
    )
    email = models.EmailField(unique=True, help_text="Address to sign in with and to write to, lower case")
    name = models.CharField(max_length=200, blank=True, help_text="As the person writes it; one word is normal")
    language = models.CharField(
        max_length=2, default="id", choices=[("id", "Indonesia"), ("en", "English")], help_text="Language of pages and letters"
    )
    time_zone = models.CharField(max_length=40, default="Asia/Jakarta", help_text="IANA name; WIB, WITA or WIT")
    is_active = models.BooleanField(default=True, help_text="False: suspended, cannot sign in")
    is_operator = models.BooleanField(default=False, help_text="Runs this installation")
    joined_at = models.DateTimeField(default=timezone.now, help_text="When the account was made")

    objects = AccountManager()
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="account_email_once")]

    @property
    def is_staff(self) -> bool:
        """What Django and allauth call an operator."""
        return self.is_operator

    def as_actor(self, *, organization_id: int | None = None) -> Actor:
        """The person with all seats; the seat in use is that of `organization_id`, else the first.

        Operators, and members of organizations that ask for it, get these rights only with a second factor; a demo exempts its
        operators, so that a newcomer can look around.
        """
        if not self.is_active:
            return Actor()
        rows = list(self.memberships.filter(ended_at=None).select_related("organization").order_by("pk"))
        asked = frozenset(m.organization_id for m in rows if m.organization.asks_second_factor)
        return actor_of_account(
            self.pk,
            is_operator=self.is_operator,
            seats=tuple(Seat(m.organization_id, m.pk, m.role) for m in rows),  # type: ignore[arg-type]
            asked=asked,
            protected=not (self.is_operator or asked) or self.has_second_factor or (not asked and is_demo_home()),
            wanted=organization_id,
        )

    @property
    def has_second_factor(self) -> bool:
        """An authenticator app or a passkey; then allauth asks for it at every sign-in."""
        kinds: set[str] = set(self.authenticator_set.values_list("type", flat=True))  # type: ignore[attr-defined] # allauth's
        return bool(kinds & SECOND_FACTORS)


class SignInLinkQuerySet(models.QuerySet["SignInLink"]):
    def usable(self) -> "SignInLinkQuerySet":
        return self.filter(used_at=None, expires_at__gt=timezone.now(), account__is_active=True)


class SignInLink(models.Model):
    """A one-time way in: demo links, and the link that makes the first operator."""

    personal_fields: ClassVar[frozenset[str]] = frozenset()

    token_hash = models.CharField(
        max_length=64, unique=True, help_text="SHA-256 of the token, hex; the token itself is never stored"
    )
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="sign_in_links", help_text="Who comes in")
    next_path = models.CharField(max_length=200, default="/", help_text="Page shown after signing in")
    expires_at = models.DateTimeField(help_text="Void from then on")
    used_at = models.DateTimeField(null=True, help_text="When it was used; a second use is refused")

    objects = SignInLinkQuerySet.as_manager()
