/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the service knows of a person who is at the counter, to fill a form from: what was filled in
 * last time, and what the certificates say.
 *
 * Whoever asks must have number and name, is told no more than the form asks for, and only of their
 * own place and the places below it; of other places only those certificates that the city shares
 * (`sharing` of the item that issues them). Each look and what it gave is noted, and nobody can look
 * at people by the hundred. data/schema/README.md says why. */
#include "yc-routes-private.h"

#include "yc-cases-table.h"
#include "yc-certificates-table.h"
#include "yc-documents-table.h"
#include "yc-identity.h"
#include "yc-json.h"
#include "yc-person-key.h"
#include "yc-person-wishes.h"
#include "yc-service-error.h"

/* Nobody is asked for more of their past. */
#define MAX_CASES 50

typedef struct
{
  YcCall *call;
  const char *name;
  const char *item;
  YcPersonWishes *wishes;
  JsonObject *answer;
  JsonArray *licences;
  GHashTable *items;        /* those whose newest certificate is in @licences */
  JsonObject *detail;       /* of the audit record */
  JsonArray *serials;
} Search;

/* (transfer full): of the case's form what is asked; @licence for its certificate */
static JsonObject *
write_form (Search       *search,
            YcCaseRecord *record,
            gboolean      licence,
            const char   *time_name,
            const char   *time)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "item", record->item);
  json_object_set_string_member (object, time_name, time);
  json_object_set_object_member (
    object, "form", yc_person_wishes_pick (search->wishes, licence ? record->item : NULL,
                                           yc_json_get_object (record->content, "form")));
  return object;
}

static gboolean
is_own (Search       *search,
        YcCaseRecord *record)
{
  return yc_identity_sees_case (search->call->work.identity, record->place_path, record->clerk);
}

/* Whether the city lets every counter use the certificates of @item. */
static gboolean
is_shared (Search     *search,
           const char *item)
{
  const YcWork *work = &search->call->work;
  gint64 version = yc_documents_table_get_version (work->transaction, NULL);
  g_autoptr (JsonObject) standard = yc_shelf_get (yc_service_get_shelf (work->service),
                                                  work->transaction, "item", item, version, NULL);

  return g_strcmp0 (yc_json_get_string (standard, "sharing", NULL), "city") == 0;
}

/* The newest case of the same item that the clerk may know of. */
static void
add_earlier (Search       *search,
             YcCaseRecord *record)
{
  if (json_object_has_member (search->answer, "earlier") || record->state == YC_CASE_STATE_WITHDRAWN ||
      !g_str_equal (record->item, search->item) ||
      !yc_person_wishes_of_earlier (search->wishes) || !is_own (search, record))
    return;
  json_object_set_object_member (
    search->answer, "earlier",
    write_form (search, record, FALSE, "submitted_at", record->submitted_at));
  json_object_set_string_member (search->detail, "earlier", record->number);
}

static gboolean
may_have_licence (Search       *search,
                  YcCaseRecord *record)
{
  return record->state == YC_CASE_STATE_ISSUED &&
         yc_person_wishes_of_licence (search->wishes, record->item) &&
         !g_hash_table_contains (search->items, record->item) &&
         (is_own (search, record) || is_shared (search, record->item));
}

static void
add_licence (Search       *search,
             YcCaseRecord *record)
{
  g_autoptr (YcCertificateRecord) certificate = NULL;
  JsonObject *licence;

  if (!may_have_licence (search, record))
    return;
  certificate =
    yc_certificates_table_find_by_case (search->call->work.transaction, record->id, NULL);
  if (certificate == NULL)
    return;
  licence = write_form (search, record, TRUE, "issued_at", certificate->issued_at);
  json_object_set_string_member (licence, "serial", certificate->serial);
  json_object_set_string_member (licence, "title", certificate->title);
  json_array_add_object_element (search->licences, licence);
  json_array_add_string_element (search->serials, certificate->serial);
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

static gboolean
check_allowance (YcCall  *call,
                 GError **error)
{
  guint wait = yc_allowance_take (yc_service_get_looks (call->work.service),
                                  call->work.identity->id);

  if (wait > 0)
    yc_service_error_set_wait (error, wait);
  return wait == 0;
}

/* Looks in vain are noted too: they may be somebody trying names. */
static gboolean
look (Search      *search,
      const char  *person,
      GError     **error)
{
  YcWork *work = &search->call->work;

  json_object_set_string_member (search->detail, "item", search->item);
  if (!yc_person_wishes_is_empty (search->wishes) && !add_cases (search, person, error))
    return FALSE;
  return yc_work_add_audit (work, "person.look", person, json_object_ref (search->detail), error);
}

YcHttpResponse *
yc_person_route_find (YcCall  *call,
                      GError **error)
{
  JsonObject *body = yc_http_request_get_body (call->request);
  const char *item = yc_json_get_string (body, "item", "");
  g_autoptr (JsonObject) answer = json_object_new ();
  g_autoptr (JsonObject) detail = json_object_new ();
  g_autoptr (GHashTable) items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (YcPersonWishes) wishes = NULL;
  g_autofree char *person = NULL;
  Search search = { call, yc_json_get_string (body, "name", ""), item, NULL, answer,
                    json_array_new (), items, detail, json_array_new () };

  json_object_set_array_member (answer, "licences", search.licences);
  json_object_set_array_member (detail, "licences", search.serials);
  if (!check_allowance (call, error))
    return NULL;
  search.wishes = wishes = yc_person_wishes_new (&call->work, item);
  person = yc_person_key (yc_service_get_vault (call->work.service),
                          yc_json_get_string (body, "id_number", ""));
  if (!look (&search, person, error))
    return NULL;
  return yc_http_response_new_json (200, g_steal_pointer (&answer));
}
