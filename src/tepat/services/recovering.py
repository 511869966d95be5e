"""What a kill leaves behind, put right: tasks that no living worker holds, work whose task was lost."""

from datetime import timedelta

from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tepat.models import Application, IntakeFile
from tepat.services.applying import screen_sent_application
from tepat.services.intake import read_intake
from tepat.services.rereading import resume_rereading


def put_back_tasks(*, queues: list[str], older_than: timedelta = timedelta(0)) -> int:
    """Tasks RUNNING in these queues since longer than that become READY again; says how many.

    Embedded: at the start of the only worker, whatever their age. Scaled out: by age.
    """
    running = DBTaskResult.objects.filter(status="RUNNING", queue_name__in=queues, started_at__lte=timezone.now() - older_than)
    return running.update(status="READY", started_at=None)


def restart_lost_work() -> int:
    """Enqueues a task for waiting files and unread CVs of applications that have none; says how many."""
    alive = DBTaskResult.objects.filter(status__in=["READY", "RUNNING"])
    held = {(row.task_path, str(row.args_kwargs.get("args"))) for row in alive}
    lost = 0
    for pk in IntakeFile.objects.waiting().values_list("intake_id", flat=True).distinct():
        if (read_intake.module_path, str([pk])) not in held:
            read_intake.enqueue(pk)
            lost += 1
    old = timezone.now() - timedelta(minutes=1)
    unread = Application.objects.filter(match=None, outcome="", applied_at__lte=old, cv__state__in=["received", "read"])
    for pk in unread.values_list("pk", flat=True):
        if (screen_sent_application.module_path, str([pk])) not in held:
            screen_sent_application.enqueue(pk)
            lost += 1
    return lost + resume_rereading()
