"""Memory: one file per noun. Fields, constraints, QuerySets; `visible_to` is the only door."""

from tepat.models.accounts import Account, SignInLink
from tepat.models.alerts import Alert, AlertHit, AlertKey
from tepat.models.applications import Application, Match, Move, Note, Share
from tepat.models.candidates import Candidate, Likeness, TalentPoolEntry
from tepat.models.consents import Consent
from tepat.models.cvs import CV, Correction
from tepat.models.events import Event, SearchChange, SpentKey
from tepat.models.intakes import Intake, IntakeFile
from tepat.models.jobseekers import Bookmark, FitCheck, Jobseeker
from tepat.models.messages import Message
from tepat.models.organizations import Invitation, Membership, Organization
from tepat.models.postings import JobPosting, PostingReport, Requirement, Stage
from tepat.models.wages import MinimumWage

__all__ = [
    "CV",
    "Account",
    "Alert",
    "AlertHit",
    "AlertKey",
    "Application",
    "Bookmark",
    "Candidate",
    "Consent",
    "Correction",
    "Event",
    "FitCheck",
    "Intake",
    "IntakeFile",
    "Invitation",
    "JobPosting",
    "Jobseeker",
    "Likeness",
    "Match",
    "Membership",
    "Message",
    "MinimumWage",
    "Move",
    "Note",
    "Organization",
    "PostingReport",
    "Requirement",
    "SearchChange",
    "Share",
    "SignInLink",
    "SpentKey",
    "Stage",
    "TalentPoolEntry",
]
