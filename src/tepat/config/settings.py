"""Django's settings, all derived from config/options.py."""

from pathlib import Path

from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _

from tepat.config import options, servers

PACKAGE = Path(__file__).parents[1]
HOME = options.home()
DEBUG = options.read("DEBUG") == "1"
DEMO = options.read("DEMO") == "1"
SECRET_KEY = options.secret_key()
BASE_URL = options.read("BASE_URL").rstrip("/")
ALLOWED_HOSTS = [host.strip() for host in options.read("HOSTS").split(",") if host.strip()]
SECURE = BASE_URL.startswith("https://")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_htmx",
    "template_partials",
    "django_tasks",
    "django_tasks_db",
    "tepat.config.apps.TepatConfig",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    # A page that is the same as last time is answered with 304: a repeat view of a public page costs its headers.
    "django.middleware.http.ConditionalGetMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "tepat.web.actors.ActorMiddleware",
    "tepat.web.choices.LanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "tepat.web.outbox.OutboxMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "tepat.web.faults.FormsOnlyMiddleware",
]
ROOT_URLCONF = "tepat.config.urls"
WSGI_APPLICATION = "tepat.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": [
                "tepat.templatetags.tepat",
                "django.templatetags.i18n",
                "django.templatetags.static",
                "template_partials.templatetags.partials",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "tepat.web.choices.choices",
            ],
        },
    }
]

DATABASES = {"default": servers.database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if SECURE else 0
SECURE_REFERRER_POLICY = "same-origin"
CSRF_TRUSTED_ORIGINS = [BASE_URL]
CSRF_FAILURE_VIEW = "tepat.web.faults.csrf_failure"
X_FRAME_OPTIONS = "DENY"

TASKS = {
    "default": {
        "BACKEND": "django_tasks.backends.immediate.ImmediateBackend"
        if options.read("TASKS_URL") == "immediate://"
        else "django_tasks_db.DatabaseBackend",
        "QUEUES": ["default", "reading", "mail"],
    }
}

LANGUAGE_CODE = "id"
LANGUAGES = [("id", _("Indonesian")), ("en", _("English"))]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Jakarta"
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STATICFILES_DIRS = [PACKAGE / "static"]
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": HOME / "files", "base_url": None},
    },
    "staticfiles": {"BACKEND": "tepat.config.static.JoinedStaticFilesStorage"},
}
WHITENOISE_MAX_AGE = 60
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 1000

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

AUTH_USER_MODEL = "tepat.Account"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend", "allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "/masuk/"
LOGIN_REDIRECT_URL = "/masuk/tujuan/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_ADAPTER = "tepat.web.account.adapters.AccountAdapter"
FORMS_OF_ACCOUNTS = "tepat.web.account.forms"
ACCOUNT_FORMS = {
    "login": f"{FORMS_OF_ACCOUNTS}.LoginForm",
    "add_email": f"{FORMS_OF_ACCOUNTS}.AddEmailForm",
    "change_password": f"{FORMS_OF_ACCOUNTS}.ChangePasswordForm",
    "set_password": f"{FORMS_OF_ACCOUNTS}.SetPasswordForm",
    "reset_password": f"{FORMS_OF_ACCOUNTS}.ResetPasswordForm",
    "reset_password_from_key": f"{FORMS_OF_ACCOUNTS}.ResetPasswordKeyForm",
    "reauthenticate": f"{FORMS_OF_ACCOUNTS}.ReauthenticateForm",
    "confirm_login_code": f"{FORMS_OF_ACCOUNTS}.ConfirmLoginCodeForm",
    "confirm_email_verification_code": f"{FORMS_OF_ACCOUNTS}.ConfirmEmailCodeForm",
    "confirm_password_reset_code": f"{FORMS_OF_ACCOUNTS}.ConfirmPasswordCodeForm",
}
MFA_FORMS = {
    "authenticate": f"{FORMS_OF_ACCOUNTS}.SecondFactorForm",
    "reauthenticate": f"{FORMS_OF_ACCOUNTS}.SecondFactorAgainForm",
    "activate_totp": f"{FORMS_OF_ACCOUNTS}.ActivateAppForm",
}
ACCOUNT_RATE_LIMITS = {"login_failed": "10/h/ip,10/h/key", "request_login_code": "30/m/ip,5/15m/key"}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE
MFA_TOTP_ISSUER = "Tepat"

DEFAULT_FROM_EMAIL = options.read("MAIL_FROM")
globals().update(servers.mail())

SILENCED_SYSTEM_CHECKS = ["fields.W163", "models.W046"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"tepat": {"level": "INFO"}, "django_tasks": {"level": "WARNING"}},
}
