"""allauth's forms in Tepat's manners: a label says what a field is, so there are no placeholders and no links inside hints."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp


class Plain:
    """Takes placeholders and hints with links away from every field."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():  # type: ignore[attr-defined]
            field.widget.attrs.pop("placeholder", None)
            if "<a " in str(field.help_text):
                field.help_text = ""


class LoginForm(Plain, account.LoginForm):  # type: ignore[misc] # allauth has no types
    pass


class AddEmailForm(Plain, account.AddEmailForm):  # type: ignore[misc] # as above
    pass


class ChangePasswordForm(Plain, account.ChangePasswordForm):  # type: ignore[misc] # as above
    pass


class SetPasswordForm(Plain, account.SetPasswordForm):  # type: ignore[misc] # as above
    pass


class ResetPasswordForm(Plain, account.ResetPasswordForm):  # type: ignore[misc] # as above
    pass


class ResetPasswordKeyForm(Plain, account.ResetPasswordKeyForm):  # type: ignore[misc] # as above
    pass


class ReauthenticateForm(Plain, account.ReauthenticateForm):  # type: ignore[misc] # as above
    pass


class ConfirmLoginCodeForm(Plain, account.ConfirmLoginCodeForm):  # type: ignore[misc] # as above
    pass


class ConfirmEmailCodeForm(Plain, account.ConfirmEmailVerificationCodeForm):  # type: ignore[misc] # as above
    pass


class ConfirmPasswordCodeForm(Plain, account.ConfirmPasswordResetCodeForm):  # type: ignore[misc] # as above
    pass


class SecondFactorForm(Plain, mfa.AuthenticateForm):  # type: ignore[misc] # as above
    pass


class SecondFactorAgainForm(Plain, mfa.ReauthenticateForm):  # type: ignore[misc] # as above
    pass


class ActivateAppForm(Plain, totp.ActivateTOTPForm):  # type: ignore[misc] # as above
    pass
