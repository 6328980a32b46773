/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yc-test-issue.h"

#include "yc-uuid.h"

#define CLERK "chenxiao"
/* The city's: may decide at every level. */
#define REVIEWER "liangzhi"
#define APPROVE "{\"decision\":\"approve\"}"

static JsonObject *
get_newest_case (YcTestService *service,
                 const char    *token)
{
  g_autoptr (JsonObject) list = yc_test_service_get (service, "/api/v1/certificates", token, 200);
  JsonArray *certificates = json_object_get_array_member (list, "certificates");
  JsonObject *newest = json_array_get_object_element (certificates, 0);
  g_autofree char *path = g_strconcat ("/api/v1/cases/",
                                       json_object_get_string_member (newest, "case_id"), NULL);

  return yc_test_service_get (service, path, token, 200);
}

/* What a desk sends of the same citizen who comes once more. */
static JsonObject *
copy_case (JsonObject *old)
{
  static const char *const members[] = { "catalog_version", "applicant", "materials", "form" };
  JsonObject *copy = json_object_new ();
  JsonObject *item = json_object_get_object_member (old, "item");

  json_object_set_string_member (copy, "item", json_object_get_string_member (item, "code"));
  json_object_set_object_member (copy, "answers", json_object_new ());
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    json_object_set_member (copy, members[i], json_object_dup_member (old, members[i]));
  return copy;
}

static char *
write_body (JsonObject *object)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_node_set_object (node, object);
  return json_to_string (node, FALSE);
}

static void
issue (YcTestService *service,
       JsonObject    *content,
       const char    *clerk,
       const char    *reviewer)
{
  g_autofree char *id = yc_uuid_v7_new ();
  g_autofree char *submission = g_strdup_printf ("Idempotency-Key: take-%s\r\n", id);
  g_autofree char *decision =
    g_strdup_printf ("Idempotency-Key: decide-%s\r\nIf-Match: \"1\"\r\n", id);
  g_autofree char *path = g_strconcat ("/api/v1/cases/", id, "/decisions", NULL);
  g_autofree char *body = NULL;
  g_autoptr (JsonObject) taken = NULL, issued = NULL;

  json_object_set_string_member (content, "id", id);
  body = write_body (content);
  taken = yc_test_service_post (service, "/api/v1/cases", clerk, submission, body, 201);
  issued = yc_test_service_post (service, path, reviewer, decision, APPROVE, 200);
  g_assert_nonnull (json_object_get_object_member (issued, "certificate"));
}

void
yc_test_issue_more (YcTestService *service,
                    guint          n_more)
{
  g_autofree char *clerk = yc_test_service_sign_in (service, CLERK);
  g_autofree char *reviewer = yc_test_service_sign_in (service, REVIEWER);
  g_autoptr (JsonObject) old = get_newest_case (service, reviewer);
  g_autoptr (JsonObject) content = copy_case (old);

  for (guint i = 0; i < n_more; i++)
    issue (service, content, clerk, reviewer);
}
