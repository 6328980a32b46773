/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The course of an inquiry: recorded, passed on, answered.
 *
 * Everyone may be told of the inquiries of their own place and of their own ones. Who recorded it
 * may answer it and pass it on; to decline it, or to answer another's, takes one who keeps the
 * knowledge base there. */
#include "yc-inquiry-course.h"

#include "yc-events-table.h"
#include "yc-inquiries-table.h"
#include "yc-json.h"
#include "yc-service-error.h"

#include <glib/gi18n-lib.h>

#define MAX_STEPS 50

static char *
dup_text (JsonObject *body,
          const char *name)
{
  return g_strdup (yc_json_get_string (body, name, ""));
}

static void
copy_member (JsonObject *to,
             JsonObject *from,
             const char *name)
{
  JsonNode *node = yc_json_get_member (from, name);

  if (node != NULL)
    json_object_set_member (to, name, yc_json_copy (node));
}

static JsonObject *
pick_content (JsonObject *body)
{
  static const char *const members[] = { "question", "answer", "person", "passed_to", "asked_at" };
  JsonObject *content = json_object_new ();

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    copy_member (content, body, members[i]);
  json_object_set_array_member (content, "steps", json_array_new ());
  return content;
}

/* A report is for its owner to answer; of a consultation the clerk has said what became of it. */
static const char *
get_first_state (JsonObject *body)
{
  if (!g_str_equal (yc_json_get_string (body, "kind", ""), "consultation"))
    return "open";
  if (yc_json_get_object (body, "passed_to") != NULL)
    return "passed";
  return *yc_json_get_string (body, "answer", "") != '\0' ? "answered" : "open";
}

static gboolean
announce (const YcWork           *work,
          const YcInquiryRecord  *record,
          const char             *action,
          GError                **error)
{
  g_autofree char *data =
    g_strdup_printf ("{\"id\":\"%s\",\"version\":%" G_GINT64_FORMAT ",\"state\":\"%s\"}",
                     record->id, record->version, record->state);
  JsonObject *detail = json_object_new ();

  json_object_set_string_member (detail, "kind", record->kind);
  json_object_set_string_member (detail, "state", record->state);
  json_object_set_string_member (detail, "entry", record->entry);
  return yc_work_add_audit (work, action, record->id, detail, error) &&
         yc_events_table_append (work->transaction, work->now_text, "inquiry", NULL,
                                 record->place_path, record->by_id, data, error);
}

/**
 * yc_inquiry_course_begin:
 * @work: the work, in a transaction that writes
 * @body: a new inquiry as the API takes it
 * @error: (nullable): return location
 *
 * Returns: (transfer full): what is stored, %NULL with %YC_SERVICE_ERROR_STATE_CONFLICT when there
 *   is one of that id
 */
YcInquiryRecord *
yc_inquiry_course_begin (const YcWork  *work,
                         JsonObject    *body,
                         GError       **error)
{
  YcVault *vault = yc_service_get_vault (work->service);
  g_autoptr (YcInquiryRecord) record = g_new0 (YcInquiryRecord, 1);
  g_autoptr (YcInquiryRecord) known = NULL;

  known = yc_inquiries_table_load (work->transaction, vault, yc_json_get_string (body, "id", ""),
                                   NULL);
  if (known != NULL)
    {
      g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_STATE_CONFLICT,
                           _("There is an inquiry of this id already."));
      return NULL;
    }
  *record = (YcInquiryRecord) {
    .id = dup_text (body, "id"), .version = 1, .kind = dup_text (body, "kind"),
    .state = g_strdup (get_first_state (body)), .channel = dup_text (body, "channel"),
    .entry = dup_text (body, "entry"), .item = dup_text (body, "item"), .list = dup_text (body, "list"),
    .place = g_strdup (work->identity->place), .place_path = g_strdup (work->identity->place_path),
    .by_id = g_strdup (work->identity->id), .by_name = g_strdup (work->identity->name),
    .at = g_strdup (work->now_text), .due = dup_text (body, "due"), .content = pick_content (body),
    .updated_at = g_strdup (work->now_text),
  };
  if (!yc_inquiries_table_insert (work->transaction, vault, record, error) ||
      !announce (work, record, "inquiry.record", error))
    return NULL;
  return g_steal_pointer (&record);
}

/**
 * yc_inquiry_course_load:
 * @work: the work
 * @id: an inquiry's id
 * @error: (nullable): return location
 *
 * Returns: (transfer full): the inquiry, %NULL with %YC_SERVICE_ERROR_NOT_FOUND when there is none
 *   that this person may know of
 */
YcInquiryRecord *
yc_inquiry_course_load (const YcWork  *work,
                        const char    *id,
                        GError       **error)
{
  g_autoptr (YcInquiryRecord) record = yc_inquiries_table_load (
    work->transaction, yc_service_get_vault (work->service), id, error);

  if (record == NULL || yc_identity_sees_case (work->identity, record->place_path, record->by_id))
    return g_steal_pointer (&record);
  g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_NOT_FOUND,
                       _("There is nothing at this address."));
  return NULL;
}

static gboolean
is_closed (const YcInquiryRecord *record)
{
  return g_str_equal (record->state, "answered") || g_str_equal (record->state, "declined");
}

static gboolean
check_step (const YcWork           *work,
            const YcInquiryRecord  *record,
            const char             *action,
            GError                **error)
{
  gboolean own = g_str_equal (record->by_id, work->identity->id);
  gboolean closed = is_closed (record);
  JsonArray *steps = yc_json_get_array (record->content, "steps");

  if (!yc_role_keeps_knowledge (work->identity->role) && (!own || g_str_equal (action, "decline")))
    g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_DENIED,
                         _("Only who recorded it and who keeps the knowledge base may do this."));
  else if (closed != g_str_equal (action, "reopen"))
    g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_STATE_CONFLICT,
                         closed ? _("It has been answered already.") : _("It is still open."));
  else if (json_array_get_length (steps) >= MAX_STEPS)
    g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_STATE_CONFLICT,
                         _("It has had too many steps; record a new one."));
  else
    return TRUE;
  return FALSE;
}

static const char *
get_state_after (const char *action)
{
  if (g_str_equal (action, "answer") || g_str_equal (action, "publish"))
    return "answered";
  if (g_str_equal (action, "decline"))
    return "declined";
  return g_str_equal (action, "pass") ? "passed" : "open";
}

static void
replace (char       **text,
         const char  *by)
{
  char *old = *text;

  *text = g_strdup (by);
  g_free (old);
}

static void
add_step (const YcWork     *work,
          YcInquiryRecord  *record,
          const char       *action,
          JsonObject       *body)
{
  JsonObject *step = json_object_new ();
  JsonObject *by = json_object_new ();

  json_object_set_string_member (by, "id", work->identity->id);
  json_object_set_string_member (by, "name", work->identity->name);
  json_object_set_string_member (step, "action", action);
  json_object_set_string_member (step, "at", work->now_text);
  json_object_set_object_member (step, "by", by);
  json_object_set_string_member (step, "text", yc_json_get_string (body, "text", ""));
  copy_member (step, body, "passed_to");
  copy_member (step, body, "due");
  copy_member (step, body, "entry");
  json_array_add_object_element (yc_json_get_array (record->content, "steps"), step);
}

static void
apply_step (YcInquiryRecord *record,
            const char      *action,
            JsonObject      *body)
{
  const char *text = yc_json_get_string (body, "text", "");

  replace (&record->state, get_state_after (action));
  replace (&record->entry, yc_json_get_string (body, "entry", record->entry));
  replace (&record->due, yc_json_get_string (body, "due", record->due));
  copy_member (record->content, body, "passed_to");
  if (*text != '\0' && (g_str_equal (action, "answer") || g_str_equal (action, "decline")))
    json_object_set_string_member (record->content, "answer", text);
}

static gboolean
take_step (const YcWork     *work,
           YcInquiryRecord  *record,
           const char       *action,
           JsonObject       *body,
           GError          **error)
{
  g_autofree char *audit = g_strconcat ("inquiry.", action, NULL);

  if (!check_step (work, record, action, error))
    return FALSE;
  add_step (work, record, action, body);
  apply_step (record, action, body);
  record->news = is_closed (record) && !g_str_equal (record->by_id, work->identity->id);
  record->version++;
  replace (&record->updated_at, work->now_text);
  return yc_inquiries_table_update (work->transaction, yc_service_get_vault (work->service), record,
                                    error) &&
         announce (work, record, audit, error);
}

/**
 * yc_inquiry_course_step:
 * @work: the work, in a transaction that writes
 * @record: an inquiry
 * @body: a step as the API takes it
 * @error: (nullable): return location
 *
 * Returns: %FALSE with %YC_SERVICE_ERROR_DENIED or %YC_SERVICE_ERROR_STATE_CONFLICT
 */
gboolean
yc_inquiry_course_step (const YcWork     *work,
                        YcInquiryRecord  *record,
                        JsonObject       *body,
                        GError          **error)
{
  return take_step (work, record, yc_json_get_string (body, "action", ""), body, error);
}

/**
 * yc_inquiry_course_publish:
 * @work: the work, in a transaction that writes
 * @record: an inquiry
 * @entry: the id of the entry that now answers it
 * @error: (nullable): return location
 *
 * Answers an inquiry by what is published. One that was closed meanwhile stays as it is.
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_inquiry_course_publish (const YcWork     *work,
                           YcInquiryRecord  *record,
                           const char       *entry,
                           GError          **error)
{
  g_autoptr (JsonObject) body = json_object_new ();

  if (is_closed (record))
    return TRUE;
  json_object_set_string_member (body, "entry", entry);
  return take_step (work, record, "publish", body, error);
}

/**
 * yc_inquiry_course_hear:
 * @work: the work, in a transaction that writes
 * @record: an inquiry
 * @version: the one that was looked at; what became of it later is still news
 * @error: (nullable): return location
 *
 * Who recorded it has looked at what became of it. It stays as it is otherwise.
 *
 * Returns: %FALSE with %YC_SERVICE_ERROR_DENIED
 */
gboolean
yc_inquiry_course_hear (const YcWork     *work,
                        YcInquiryRecord  *record,
                        gint64            version,
                        GError          **error)
{
  if (!g_str_equal (record->by_id, work->identity->id))
    {
      g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_DENIED,
                           _("Only who recorded it hears of it."));
      return FALSE;
    }
  if (!record->news || record->version != version)
    return TRUE;
  record->news = FALSE;
  return yc_inquiries_table_update (work->transaction, yc_service_get_vault (work->service), record,
                                    error);
}
