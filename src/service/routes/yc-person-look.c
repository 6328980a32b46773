/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks at what the service knows of a person who is at the counter.
 *
 * Whoever asks must have number and name, and is told only of their own place and the places below
 * it; of other places only those certificates that the city shares (`sharing` of the item that issues
 * them). Each look and what it gave is noted, and nobody can look at people by the hundred.
 * data/schema/README.md says why. */
#include "yc-person-look.h"

#include "yc-cases-table.h"
#include "yc-documents-table.h"
#include "yc-identity.h"
#include "yc-json.h"
#include "yc-person-key.h"
#include "yc-service-error.h"

/* Nobody is asked for more of their past. */
#define MAX_CASES 50

gboolean
yc_person_look_allow (YcCall  *call,
                      GError **error)
{
  guint wait = yc_allowance_take (yc_service_get_looks (call->work.service),
                                  call->work.identity->id);

  if (wait > 0)
    yc_service_error_set_wait (error, wait);
  return wait == 0;
}

static char *
dup_key (YcCall *call)
{
  JsonObject *body = yc_http_request_get_body (call->request);

  return yc_person_key (yc_service_get_vault (call->work.service),
                        yc_json_get_string (body, "id_number", ""));
}

static gboolean
visit_case (YcCall           *call,
            const char       *id,
            YcPersonLookFunc  func,
            gpointer          user_data,
            GError          **error)
{
  YcWork *work = &call->work;
  const char *name =
    yc_json_get_string (yc_http_request_get_body (call->request), "name", "");
  g_autoptr (YcCaseRecord) record = yc_cases_table_load (
    work->transaction, yc_service_get_vault (work->service), id, error);

  if (record == NULL)
    return FALSE;
  if (g_strcmp0 (yc_json_get_string (record->applicant, "name", NULL), name) != 0)
    return TRUE;
  return func (record, user_data);
}

gboolean
yc_person_look_each (YcCall            *call,
                     YcPersonLookFunc   func,
                     gpointer           user_data,
                     GError           **error)
{
  g_autofree char *person = dup_key (call);
  g_auto (GStrv) ids =
    yc_cases_table_list_person (call->work.transaction, person, MAX_CASES, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; ids[i] != NULL; i++)
    if (!visit_case (call, ids[i], func, user_data, error))
      return FALSE;
  return TRUE;
}

gboolean
yc_person_look_note (YcCall      *call,
                     JsonObject  *detail,
                     GError     **error)
{
  g_autofree char *person = dup_key (call);

  return yc_work_add_audit (&call->work, "person.look", person, json_object_ref (detail), error);
}

gboolean
yc_person_look_is_own (YcCall       *call,
                       YcCaseRecord *record)
{
  return yc_identity_sees_case (call->work.identity, record->place_path, record->clerk);
}

/* Whether the city lets every counter use the certificates of @item. */
static gboolean
is_shared (YcCall     *call,
           const char *item)
{
  g_autoptr (JsonObject) standard = yc_person_look_load (call, "item", item);

  return g_strcmp0 (yc_json_get_string (standard, "sharing", NULL), "city") == 0;
}

gboolean
yc_person_look_may_tell (YcCall       *call,
                         YcCaseRecord *record)
{
  return record->state == YC_CASE_STATE_ISSUED &&
         (yc_person_look_is_own (call, record) || is_shared (call, record->item));
}

JsonObject *
yc_person_look_load (YcCall     *call,
                     const char *kind,
                     const char *id)
{
  const YcWork *work = &call->work;
  gint64 version = yc_documents_table_get_version (work->transaction, NULL);

  return version > 0 ? yc_shelf_get (yc_service_get_shelf (work->service), work->transaction, kind,
                                     id, version, NULL)
                     : NULL;
}
