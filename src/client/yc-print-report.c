/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the service is told of the printing of a certificate, through the outbox. */
#include "yc-print-report.h"

#include "yc-json.h"
#include "yc-outbox-private.h"

#include <glib/gi18n-lib.h>
#include "yc-print-reason.h"

struct _YcPrintReport
{
  YcParts    *parts;
  YcPrintRow *row;
  /* The state that the service was told last. */
  const char *told;
  /* Where it was sent, as far as the service knows. */
  char       *told_printer;
  char       *note;
};

YcPrintReport *
yc_print_report_new (YcParts    *parts,
                     YcPrintRow *row)
{
  YcPrintReport *self = g_new0 (YcPrintReport, 1);

  self->parts = g_object_ref (parts);
  self->row = row;
  self->told_printer = g_strdup (row->printer);
  if (row->recorded)
    self->told = yc_print_run_state_get_service_word (yc_print_run_state_from_string (row->state));
  return self;
}

void
yc_print_report_free (YcPrintReport *self)
{
  g_object_unref (self->parts);
  g_free (self->told_printer);
  g_free (self->note);
  g_free (self);
}

/* All of a run have one order key, which keeps the record before its states. */
static void
post (YcPrintReport *self,
      const char    *id,
      const char    *path,
      JsonObject    *body)
{
  g_autoptr (JsonNode) node = yc_json_object_node (body);

  yc_outbox_add_as (self->parts->outbox, id, self->row->user_id, path, node, self->row->id,
                    self->row->title);
}

void
yc_print_report_set_note (YcPrintReport *self,
                          const char    *note)
{
  g_free (self->note);
  self->note = g_strdup (note);
}

/* A reason of its own needs words; those that were typed went with the program. */
static void
write_note (YcPrintReport *self,
            JsonObject    *body)
{
  const char *other = yc_print_reason_to_string (YC_PRINT_REASON_OTHER);

  if (self->note != NULL)
    json_object_set_string_member (body, "note", self->note);
  else if (g_str_equal (self->row->reason, other))
    json_object_set_string_member (body, "note", _("The program was ended before this was told."));
}

JsonObject *
yc_print_report_write (YcPrintReport *self,
                       int            job_id)
{
  g_autofree char *job = job_id > 0 ? g_strdup_printf ("%d", job_id) : g_strdup ("");
  JsonObject *body = json_object_new ();

  json_object_set_string_member (body, "id", self->row->id);
  json_object_set_string_member (body, "printer", self->row->printer);
  json_object_set_int_member (body, "copies", self->row->copies);
  json_object_set_string_member (body, "job", job);
  json_object_set_string_member (
    body, "reason", *self->row->reason != '\0' ? self->row->reason : YC_PRINT_FIRST);
  write_note (self, body);
  return body;
}

static void
note_recorded (YcPrintReport *self)
{
  self->row->recorded = TRUE;
  self->told = yc_print_run_state_get_service_word (YC_PRINT_RUN_ASKED);
}

void
yc_print_report_take_record (YcPrintReport *self,
                             JsonObject    *record)
{
  note_recorded (self);
  self->row->number = (guint) CLAMP (yc_json_get_int (record, "number", 0), 0, G_MAXINT);
}

static void
record (YcPrintReport *self,
        int            job_id)
{
  g_autofree char *path = g_strdup_printf ("/certificates/%s/prints", self->row->serial);

  /* The run's id is the command's too: after a crash this may be asked for once more. */
  post (self, self->row->id, path, yc_print_report_write (self, job_id));
  note_recorded (self);
}

void
yc_print_report_tell (YcPrintReport   *self,
                      YcPrintRunState  state,
                      const char      *detail,
                      int              job_id)
{
  const char *word = yc_print_run_state_get_service_word (state);
  g_autofree char *path = NULL;
  gboolean moved;
  JsonObject *body;

  if (*self->row->serial == '\0')
    return;
  if (!self->row->recorded)
    record (self, job_id);
  moved = g_strcmp0 (self->told_printer, self->row->printer) != 0;
  if (g_strcmp0 (self->told, word) == 0 && !moved)
    return;
  self->told = word;
  path = g_strdup_printf ("/prints/%s/states", self->row->id);
  body = json_object_new ();
  json_object_set_string_member (body, "state", word);
  if (detail != NULL)
    json_object_set_string_member (body, "detail", detail);
  if (moved)
    {
      json_object_set_string_member (body, "printer", self->row->printer);
      g_free (self->told_printer);
      self->told_printer = g_strdup (self->row->printer);
    }
  if (job_id > 0)
    {
      g_autofree char *job = g_strdup_printf ("%d", job_id);

      json_object_set_string_member (body, "job", job);
    }
  post (self, NULL, path, body);
}

gboolean
yc_print_report_take_answer (YcPrintReport *self,
                             YcCommand     *command,
                             JsonNode      *answer)
{
  gint64 number = yc_json_get_int (yc_json_node_get_object (answer), "number", 0);

  if (g_strcmp0 (yc_command_get_order_key (command), self->row->id) != 0 || number <= 0 ||
      self->row->number == (guint) number)
    return FALSE;
  self->row->number = (guint) number;
  return TRUE;
}
