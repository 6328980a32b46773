/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the service knows of a person who is at the counter, to fill a form from: what was filled in
 * last time, and what the certificates say. Whoever asks must have number and name, and is noted. */
#include "yc-routes-private.h"

#include "yc-cases-table.h"
#include "yc-certificates-table.h"
#include "yc-identity.h"
#include "yc-json.h"

/* Nobody is asked for more of their past. */
#define MAX_CASES 50

typedef struct
{
  YcCall     *call;
  const char *name;
  const char *item;
  JsonObject *answer;
  JsonArray  *licences;
  GHashTable *items;        /* those whose newest certificate is in @licences */
} Search;

static JsonObject *
write_form (YcCaseRecord *record,
            const char   *time_name,
            const char   *time)
{
  JsonObject *object = json_object_new ();
  JsonObject *form = yc_json_get_object (record->content, "form");

  json_object_set_string_member (object, "item", record->item);
  json_object_set_string_member (object, time_name, time);
  json_object_set_object_member (object, "form",
                                 form != NULL ? json_object_ref (form) : json_object_new ());
  return object;
}

/* The newest case of the same item that the clerk may know of. */
static void
add_earlier (Search       *search,
             YcCaseRecord *record)
{
  if (json_object_has_member (search->answer, "earlier") || record->state == YC_CASE_STATE_WITHDRAWN ||
      !g_str_equal (record->item, search->item) ||
      !yc_identity_sees_case (search->call->work.identity, record->place_path, record->clerk))
    return;
  json_object_set_object_member (search->answer, "earlier",
                                 write_form (record, "submitted_at", record->submitted_at));
}

/* Certificates are the city's, wherever they were issued. */
static void
add_licence (Search       *search,
             YcCaseRecord *record)
{
  g_autoptr (YcCertificateRecord) certificate = NULL;
  JsonObject *licence;

  if (record->state != YC_CASE_STATE_ISSUED || g_hash_table_contains (search->items, record->item))
    return;
  certificate =
    yc_certificates_table_find_by_case (search->call->work.transaction, record->id, NULL);
  if (certificate == NULL)
    return;
  licence = write_form (record, "issued_at", certificate->issued_at);
  json_object_set_string_member (licence, "serial", certificate->serial);
  json_object_set_string_member (licence, "title", certificate->title);
  json_array_add_object_element (search->licences, licence);
  g_hash_table_add (search->items, g_strdup (record->item));
}

static gboolean
add_case (Search      *search,
          const char  *id,
          GError     **error)
{
  YcWork *work = &search->call->work;
  g_autoptr (YcCaseRecord) record = yc_cases_table_load (
    work->transaction, yc_service_get_vault (work->service), id, error);

  if (record == NULL)
    return FALSE;
  if (g_strcmp0 (yc_json_get_string (record->applicant, "name", NULL), search->name) != 0)
    return TRUE;
  add_earlier (search, record);
  add_licence (search, record);
  return TRUE;
}

static gboolean
add_cases (Search      *search,
           const char  *person,
           GError     **error)
{
  g_auto (GStrv) ids =
    yc_cases_table_list_person (search->call->work.transaction, person, MAX_CASES, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; ids[i] != NULL; i++)
    if (!add_case (search, ids[i], error))
      return FALSE;
  return TRUE;
}

YcHttpResponse *
yc_person_route_find (YcCall  *call,
                      GError **error)
{
  JsonObject *body = yc_http_request_get_body (call->request);
  g_autoptr (JsonObject) answer = json_object_new ();
  g_autoptr (GHashTable) items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *person =
    yc_vault_fingerprint (yc_service_get_vault (call->work.service),
                          yc_json_get_string (body, "id_number", ""), "id-number");
  JsonArray *licences = json_array_new ();
  JsonObject *detail = json_object_new ();
  Search search = { call, yc_json_get_string (body, "name", ""),
                    yc_json_get_string (body, "item", ""), answer, licences, items };

  json_object_set_array_member (answer, "licences", licences);
  json_object_set_string_member (detail, "item", search.item);
  if (!yc_work_add_audit (&call->work, "person.look", person, detail, error) ||
      !add_cases (&search, person, error))
    return NULL;
  return yc_http_response_new_json (200, g_steal_pointer (&answer));
}
