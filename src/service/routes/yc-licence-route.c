/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which documents that the city has issued already a person need not bring: of the kinds that the
 * question lists and items of a plan name, and of these that they are there, not what they say. */
#include "yc-person-look.h"

#include "yc-certificate-term.h"
#include "yc-json.h"
#include "yc-licence-kind.h"

/* What is told of a serial number. */
#define SHOWN 4

typedef struct
{
  YcCall *call;
  GHashTable *wanted;       /* kinds that nothing was told of yet */
  JsonArray *licences;
  JsonArray *serials;
} Search;

static char *
mask_serial (const char *serial)
{
  glong length = g_utf8_strlen (serial, -1);

  return g_strconcat ("…", g_utf8_offset_to_pointer (serial, MAX (0, length - SHOWN)), NULL);
}

/* The kind of what came out of the case, when that is asked for. */
static char *
dup_wanted_kind (Search       *search,
                 YcCaseRecord *record)
{
  g_autoptr (JsonObject) item = yc_person_look_load (search->call, "item", record->item);
  const char *result = yc_json_get_string (item, "result", NULL);
  g_autofree char *kind = result != NULL ? yc_licence_kind_normalise (result) : NULL;

  return kind != NULL && g_hash_table_contains (search->wanted, kind) ? g_steal_pointer (&kind)
                                                                      : NULL;
}

static void
tell (Search              *search,
      const char          *kind,
      const char          *last_day,
      YcCertificateRecord *certificate)
{
  JsonObject *licence = json_object_new ();
  g_autofree char *serial = mask_serial (certificate->serial);

  json_object_set_string_member (licence, "kind", kind);
  json_object_set_string_member (licence, "title", certificate->title);
  json_object_set_string_member (licence, "serial", serial);
  json_object_set_string_member (licence, "issued_at", certificate->issued_at);
  if (last_day != NULL)
    json_object_set_string_member (licence, "valid_until", last_day);
  json_array_add_object_element (search->licences, licence);
  json_array_add_string_element (search->serials, certificate->serial);
}

/* The newest of each kind. */
static gboolean
add_case (YcCaseRecord *record,
          gpointer      user_data)
{
  Search *search = user_data;
  g_autofree char *kind = dup_wanted_kind (search, record);
  g_autoptr (YcCertificateRecord) certificate = NULL;
  g_autofree char *last_day = NULL;

  if (kind == NULL || !yc_person_look_may_tell (search->call, record))
    return TRUE;
  certificate =
    yc_certificates_table_find_by_case (search->call->work.transaction, record->id, NULL);
  if (certificate == NULL || certificate->state != YC_CERTIFICATE_VALID)
    return TRUE;
  last_day = yc_certificate_term_dup_last_day (&search->call->work, record, certificate);
  tell (search, kind, last_day, certificate);
  g_hash_table_remove (search->wanted, kind);
  return TRUE;
}

typedef void (*CollectFunc) (JsonObject *document,
                             GHashTable *kinds);

/* Notes in @detail whom the clerk asked for, and collects what these name. */
static void
collect (Search      *search,
         JsonObject  *detail,
         const char  *member,
         const char  *kind,
         CollectFunc  func)
{
  JsonObject *body = yc_http_request_get_body (search->call->request);
  JsonArray *ids = yc_json_get_array (body, member);

  for (guint i = 0; ids != NULL && i < json_array_get_length (ids); i++)
    {
      g_autoptr (JsonObject) document =
        yc_person_look_load (search->call, kind, json_array_get_string_element (ids, i));

      if (document != NULL)
        func (document, search->wanted);
    }
  if (ids != NULL)
    json_object_set_array_member (detail, member, json_array_ref (ids));
}

YcHttpResponse *
yc_licence_route_find (YcCall  *call,
                       GError **error)
{
  g_autoptr (JsonObject) answer = json_object_new ();
  g_autoptr (JsonObject) detail = json_object_new ();
  g_autoptr (GHashTable) wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Search search = { call, wanted, json_array_new (), json_array_new () };

  json_object_set_array_member (answer, "licences", search.licences);
  json_object_set_array_member (detail, "licences", search.serials);
  if (!yc_person_look_allow (call, error))
    return NULL;
  collect (&search, detail, "lists", "list", yc_licence_kind_collect_list);
  collect (&search, detail, "items", "item", yc_licence_kind_collect_item);
  if (g_hash_table_size (wanted) > 0 && !yc_person_look_each (call, add_case, &search, error))
    return NULL;
  if (!yc_person_look_note (call, detail, error))
    return NULL;
  return yc_http_response_new_json (200, g_steal_pointer (&answer));
}
