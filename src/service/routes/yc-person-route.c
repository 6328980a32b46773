/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the service knows of a person who is at the counter, to fill a form from: what was filled in
 * last time, and what the certificates say; no more than the form asks for. */
#include "yc-person-look.h"

#include "yc-certificates-table.h"
#include "yc-json.h"
#include "yc-person-wishes.h"

typedef struct
{
  YcCall *call;
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

/* The newest case of the same item that the clerk may know of. */
static void
add_earlier (Search       *search,
             YcCaseRecord *record)
{
  if (json_object_has_member (search->answer, "earlier") || record->state == YC_CASE_STATE_WITHDRAWN ||
      !g_str_equal (record->item, search->item) ||
      !yc_person_wishes_of_earlier (search->wishes) ||
      !yc_person_look_is_own (search->call, record))
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
  return yc_person_wishes_of_licence (search->wishes, record->item) &&
         !g_hash_table_contains (search->items, record->item) &&
         yc_person_look_may_tell (search->call, record);
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
  if (certificate == NULL || certificate->state != YC_CERTIFICATE_VALID)
    return;
  licence = write_form (search, record, TRUE, "issued_at", certificate->issued_at);
  json_object_set_string_member (licence, "serial", certificate->serial);
  json_object_set_string_member (licence, "title", certificate->title);
  json_array_add_object_element (search->licences, licence);
  json_array_add_string_element (search->serials, certificate->serial);
  g_hash_table_add (search->items, g_strdup (record->item));
}

static gboolean
add_case (YcCaseRecord *record,
          gpointer      search)
{
  add_earlier (search, record);
  add_licence (search, record);
  return TRUE;
}

/* Looks in vain are noted too: they may be somebody trying names. */
static gboolean
look (Search  *search,
      GError **error)
{
  json_object_set_string_member (search->detail, "item", search->item);
  if (!yc_person_wishes_is_empty (search->wishes) &&
      !yc_person_look_each (search->call, add_case, search, error))
    return FALSE;
  return yc_person_look_note (search->call, search->detail, error);
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
  Search search = { call, item, NULL, answer, json_array_new (), items, detail,
                    json_array_new () };

  json_object_set_array_member (answer, "licences", search.licences);
  json_object_set_array_member (detail, "licences", search.serials);
  if (!yc_person_look_allow (call, error))
    return NULL;
  search.wishes = wishes = yc_person_wishes_new (&call->work, item);
  if (!look (&search, error))
    return NULL;
  return yc_http_response_new_json (200, g_steal_pointer (&answer));
}
