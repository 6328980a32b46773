/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The public verification page: by number, by file, in two languages, and for those who mean ill. */
#include "yc-api-fixture.h"

#include "yc-http-form.h"
#include "yc-json.h"
#include "yc-trust.h"

#include <string.h>
#include <sys/wait.h>

#define API "/api/v1"
#define BOUNDARY "----WebKitFormBoundaryAbC123"
#define PART "--" BOUNDARY "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"证明.pdf\"" \
             "\r\nContent-Type: application/pdf\r\n\r\n"
#define END "\r\n--" BOUNDARY "--\r\n"
#define APPROVE "{\"decision\":\"approve\"}"

/* One form as a browser would send it, or nearly, and the file that is in it. */
static const struct
{
  const char *type;
  const char *body;
  const char *file;
} forms[] = {
  { "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n"
    "abc\r\n--x--\r\n", "abc" },
  { "multipart/form-data; boundary=\"x\"", "--x\r\nContent-Disposition: form-data; name=\"file\"; "
    "filename=\"a;b.pdf\"\r\nContent-Type: application/pdf\r\n\r\n\r\n--y\r\n\r\n--x--", "\r\n--y\r\n" },
  { "Multipart/Form-Data; charset=utf-8; boundary=x", "--x\r\ncontent-disposition: form-data; "
    "name=other\r\n\r\n1\r\n--x\r\ncontent-disposition: form-data; name=file\r\n\r\n2\r\n--x--", "2" },
  { "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n"
    "\r\n--x--\r\n", "" },
  { "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n"
    "cut off", NULL },
  { "multipart/form-data; boundary=x", "--x\r\nContent-Type: text/plain\r\n\r\nabc\r\n--x--", NULL },
  { "multipart/form-data; boundary=x", "--x--\r\n", NULL },
  { "multipart/form-data; boundary=x", "--xabc", NULL },
  { "multipart/form-data; boundary=x", "", NULL },
  { "multipart/form-data; boundary=", "--\r\n", NULL },
  { "multipart/form-data", "--x\r\n", NULL },
  { "multipart/form-data; boundary=1234567890123456789012345678901234567890123456789012345678901234"
    "5678901", "--x\r\n", NULL },
  { "application/pdf", "%PDF", NULL },
  { NULL, "%PDF", NULL },
};

static void
test_form (YcApiFixture *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GBytes) body = g_bytes_new_static (forms[i].body, strlen (forms[i].body));
      g_autoptr (GBytes) file = yc_http_form_find_field (body, forms[i].type, "file");
      g_autoptr (GBytes) wanted =
        forms[i].file != NULL ? g_bytes_new_static (forms[i].file, strlen (forms[i].file)) : NULL;

      g_test_message ("form %u", i);
      g_assert_true (file == wanted || (file != NULL && wanted != NULL && g_bytes_equal (file, wanted)));
    }
}

/* Cut off anywhere, or with any byte another one, a form has its file, another or none. */
static void
test_form_hostile (YcApiFixture *self)
{
  static const char whole[] = PART "%PDF-1.4\r\n\0--" BOUNDARY "x\r\n" END;
  gsize size = sizeof whole - 1;

  for (gsize cut = 0; cut <= size; cut++)
    {
      /* On the heap and just as long, so that a sanitizer sees who reads on. */
      g_autoptr (GBytes) body = g_bytes_new (whole, cut);
      g_autoptr (GBytes) file =
        yc_http_form_find_field (body, "multipart/form-data; boundary=" BOUNDARY, "file");

      g_assert_true ((file != NULL) == (cut + strlen ("--\r\n") >= size));
    }
  for (gsize i = 0; i < size; i++)
    {
      g_autofree char *other = g_memdup2 (whole, size);
      g_autoptr (GBytes) body = NULL;
      g_autoptr (GBytes) file = NULL;

      other[i] ^= 0x2d;
      body = g_bytes_new (other, size);
      file = yc_http_form_find_field (body, "multipart/form-data; boundary=" BOUNDARY, "file");
      g_assert_cmpuint (file != NULL ? g_bytes_get_size (file) : 0, <, size);
    }
}

static void
assert_page (YcTestAnswer *page,
             guint         status,
             const char   *words)
{
  const char *text = yc_test_answer_get_text (page);

  if (page->status != status || strstr (text, words) == NULL)
    g_error ("%u, not %u with “%s”: %s", page->status, status, words, text);
  g_assert_null (strstr (text, "周伯安"));
  g_assert_null (strstr (text, "990101198103161155"));
  g_assert_null (strstr (text, "<script"));
  g_assert_nonnull (strstr (yc_test_answer_get (page, "content-security-policy"),
                            "default-src 'none'"));
}

static void
check_number (YcApiFixture *self,
              const char   *typed,
              guint         status,
              const char   *words)
{
  g_autofree char *escaped = g_uri_escape_string (typed, NULL, FALSE);
  g_autofree char *path = g_strconcat ("/verify?number=", escaped, NULL);
  g_autoptr (YcTestAnswer) page =
    yc_test_service_request (self->service, "GET", path, NULL, NULL, NULL);

  assert_page (page, status, words);
}

static void
check_file (YcApiFixture *self,
            gconstpointer data,
            gsize         size,
            guint         status,
            const char   *words)
{
  g_autoptr (GBytes) pdf = g_bytes_new (data, size);
  g_autoptr (YcTestAnswer) page = yc_test_service_post_file (self->service, "/verify?lang=zh", pdf);

  assert_page (page, status, words);
}

/* (transfer full): the number of a new certificate; @pdf: (out) (optional): its file */
static char *
issue (YcApiFixture *self,
       GBytes      **pdf)
{
  g_autofree char *id = yc_api_fixture_submit (self, "TS-0001");
  g_autofree char *path = yc_api_fixture_get_path (id, "/certificate");
  g_autoptr (JsonObject) issued = yc_api_fixture_decide (self, self->reviewer, id, 1, APPROVE, 200);
  g_autoptr (YcTestAnswer) file =
    yc_test_service_request (self->service, "GET", path, self->clerk, NULL, NULL);

  g_assert_cmpuint (file->status, ==, 200);
  if (pdf != NULL)
    *pdf = g_bytes_new (file->body->data, file->body->len);
  return g_strdup (json_object_get_string_member (
    json_object_get_object_member (issued, "certificate"), "serial"));
}

static void
test_empty (YcApiFixture *self)
{
  g_autoptr (YcTestAnswer) page =
    yc_test_service_request (self->service, "GET", "/verify", NULL, NULL, NULL);
  g_autoptr (YcTestAnswer) foreign =
    yc_test_service_request (self->service, "GET", "/verify?lang=en", NULL, NULL, NULL);
  g_autoptr (YcTestAnswer) no_form =
    yc_test_service_request (self->service, "POST", "/verify?lang=zh", NULL, NULL, "{}");

  assert_page (page, 200, "enctype=\"multipart/form-data\"");
  assert_page (page, 200, "width=device-width");
  assert_page (foreign, 200, "Check the number");
  assert_page (no_form, 400, "没有收到文件");
  check_number (self, "  ", 200, "请输入证明上的流水号");
}

/* However it is typed or scanned, it is the same number. */
static void
test_number (YcApiFixture *self)
{
  g_autofree char *serial = issue (self, NULL);
  g_autofree char *lower = g_ascii_strdown (serial, -1);
  g_autofree char *spaced = g_strconcat (" ", serial, "\t ", NULL);
  g_autofree char *scanned =
    g_strconcat ("https://zm.example.cn/verify/", serial, "#1.abc.def", NULL);
  g_autoptr (GString) wide = g_string_new (NULL);
  g_autofree char *broken = g_strdup (serial);
  g_autofree char *other_language = g_strconcat ("href=\"/verify/", serial, "?lang=en\"", NULL);

  for (const char *c = serial; *c != '\0'; c++)
    g_string_append_unichar (wide, (gunichar) *c + 0xfee0);
  check_number (self, serial, 200, "确由本系统出具");
  check_number (self, serial, 200, "有效期至");
  check_number (self, lower, 200, "确由本系统出具");
  check_number (self, spaced, 200, "确由本系统出具");
  check_number (self, scanned, 200, "确由本系统出具");
  check_number (self, wide->str, 200, "确由本系统出具");
  check_number (self, wide->str, 200, other_language);
  broken[strlen (broken) - 3] ^= 1;
  check_number (self, broken, 404, "不是正确的流水号");
  check_number (self, "ZT01-990901-2026-000001-A", 404, "不是正确的流水号");
  check_number (self, "<b>&\"'", 404, "&lt;B&gt;&amp;&quot;&apos;");
}

static void
test_file (YcApiFixture *self)
{
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *serial = issue (self, &pdf);
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);
  g_autofree char *altered = g_memdup2 (data, size);
  g_autofree char *longer = g_malloc (size + 1);

  check_file (self, data, size, 200, "一个字节也没有改动");
  check_file (self, data, size, 200, serial);
  altered[size / 3] ^= 1;
  check_file (self, altered, size, 200, "被改动过");
  memcpy (longer, data, size);
  longer[size] = '\n';
  check_file (self, longer, size + 1, 200, "被添加了内容");
  check_file (self, data, size / 2, 200, "不是完整的 PDF");
  check_file (self, "GIF89a", 6, 200, "不是完整的 PDF");
  check_file (self, "", 0, 400, "没有收到文件");
}

static void
change (YcApiFixture *self,
        const char   *serial,
        const char   *action,
        const char   *body,
        guint         status)
{
  g_autofree char *path = g_strconcat (API "/certificates/", serial, action, NULL);
  g_autofree char *headers = yc_api_fixture_write_headers (0);
  g_autoptr (JsonObject) answer =
    yc_test_service_post (self->service, path, self->reviewer, headers, body, status);

  g_assert_nonnull (answer);
}

/* (transfer full): what a desk is told */
static JsonObject *
ask (YcApiFixture *self,
     const char   *serial)
{
  g_autofree char *path = g_strconcat (API "/verifications/", serial, NULL);

  return yc_test_service_get (self->service, path, self->other_clerk, 200);
}

/* What a program is told of @serial without signing in; %NULL when there is no such certificate. */
static JsonObject *
ask_as_program (YcApiFixture *self,
                const char   *serial)
{
  g_autofree char *path = g_strconcat ("/verify/", serial, NULL);
  g_autoptr (YcTestAnswer) answer = yc_test_service_request (
    self->service, "GET", path, NULL, "Accept: application/json\r\n", NULL);
  g_autoptr (JsonNode) node = yc_json_parse (yc_test_answer_get_text (answer), -1, NULL, NULL);

  g_assert_true (answer->status == 200 || answer->status == 404);
  return answer->status == 200 ? json_node_dup_object (node) : NULL;
}

/* What was made void or replaced after @number of the ledger's entries, one by one. */
static gint64
list_revocations (YcApiFixture *self,
                  gint64        number,
                  GPtrArray    *list)
{
  gboolean more = TRUE;

  while (more)
    {
      g_autofree char *path =
        g_strdup_printf (API "/revocations?limit=1&after=%" G_GINT64_FORMAT, number);
      g_autoptr (JsonObject) page = yc_test_service_get (self->service, path, self->trainer, 200);
      JsonArray *array = json_object_get_array_member (page, "revocations");

      for (guint i = 0; i < json_array_get_length (array); i++)
        g_ptr_array_add (list, json_object_ref (json_array_get_object_element (array, i)));
      number = json_object_get_int_member (page, "number");
      more = json_object_get_boolean_member (page, "more");
    }
  return number;
}

/* A desk's copy: each certificate that was made void or replaced comes once, and not again. */
static void
test_revocations (YcApiFixture *self)
{
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  gint64 number = list_revocations (self, 0, before);
  g_autofree char *void_serial = issue (self, NULL);
  g_autofree char *old_serial = issue (self, NULL);
  g_autofree char *valid_serial = issue (self, NULL);
  g_autoptr (JsonObject) standing = NULL;
  JsonObject *first, *second;

  change (self, void_serial, "/void", "{\"reason\":\"mistake\"}", 200);
  change (self, old_serial, "/reissue", "{\"reason\":\"lost\"}", 201);
  g_assert_cmpint (list_revocations (self, number, list), ==, number + 5);
  g_assert_cmpuint (list->len, ==, 2);
  first = list->pdata[0];
  second = list->pdata[1];
  g_assert_cmpstr (json_object_get_string_member (first, "serial"), ==, void_serial);
  g_assert_cmpstr (json_object_get_string_member (first, "state"), ==, "void");
  g_assert_true (json_object_get_null_member (first, "replaced_by"));
  g_assert_cmpstr (json_object_get_string_member (second, "serial"), ==, old_serial);
  g_assert_cmpstr (json_object_get_string_member (second, "state"), ==, "replaced");
  standing = ask_as_program (self, old_serial);
  g_assert_cmpstr (json_object_get_string_member (standing, "replaced_by"), ==,
                   json_object_get_string_member (second, "replaced_by"));
  g_assert_cmpstr (json_object_get_string_member (standing, "state"), ==, "replaced");
  g_assert_null (ask_as_program (self, "ZT01-990901-2026-000001-A"));
  g_ptr_array_set_size (list, 0);
  list_revocations (self, number + 5, list);
  g_assert_cmpuint (list->len, ==, 0);
}

/* The key that is told is the one whose marks are on the sheets. */
static void
test_keys (YcApiFixture *self)
{
  g_autoptr (JsonObject) object =
    yc_test_service_get (self->service, API "/verification-keys", NULL, 200);
  JsonArray *keys = json_object_get_array_member (object, "keys");
  JsonObject *key = json_array_get_object_element (keys, 0);
  const char *pem = json_object_get_string_member (key, "public_key");
  g_autoptr (GBytes) bytes = g_bytes_new (pem, strlen (pem));
  g_autoptr (GError) error = NULL;
  g_autoptr (YcTrust) trust = yc_trust_new (bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (json_array_get_length (keys), ==, 1);
  g_assert_false (json_object_get_boolean_member (key, "sample"));
  g_assert_nonnull (trust);
}

/* What became of a certificate since is told of its number and of its file alike, and who holds the
 * old version is led to the new one. */
static void
test_changed (YcApiFixture *self)
{
  g_autoptr (GBytes) void_pdf = NULL, old_pdf = NULL;
  g_autofree char *void_serial = issue (self, &void_pdf);
  g_autofree char *old_serial = issue (self, &old_pdf);
  g_autoptr (JsonObject) valid = ask (self, old_serial);
  g_autoptr (JsonObject) replaced = NULL, voided = NULL, newest = NULL;
  g_autofree char *link = NULL;

  g_assert_cmpstr (json_object_get_string_member (valid, "state"), ==, "valid");
  g_assert_true (json_object_has_member (valid, "valid_until"));
  change (self, void_serial, "/void", "{\"reason\":\"mistake\"}", 200);
  change (self, old_serial, "/reissue", "{\"reason\":\"lost\"}", 201);
  voided = ask (self, void_serial);
  g_assert_cmpstr (json_object_get_string_member (voided, "state"), ==, "void");
  check_number (self, void_serial, 200, "已经作废");
  check_file (self, g_bytes_get_data (void_pdf, NULL), g_bytes_get_size (void_pdf), 200, "已经作废");
  replaced = ask (self, old_serial);
  g_assert_cmpstr (json_object_get_string_member (replaced, "state"), ==, "replaced");
  newest = ask (self, json_object_get_string_member (replaced, "replaced_by"));
  g_assert_cmpstr (json_object_get_string_member (newest, "state"), ==, "valid");
  link = g_strdup_printf ("href=\"/verify/%s\"",
                          json_object_get_string_member (replaced, "replaced_by"));
  check_number (self, old_serial, 200, "已经换发");
  check_number (self, old_serial, 200, link);
  check_file (self, g_bytes_get_data (old_pdf, NULL), g_bytes_get_size (old_pdf), 200, "已经换发");
  yc_test_answer_free (yc_test_service_request (
    self->service, "GET", API "/verifications/ZT01-990901-2026-000001-A", self->clerk, NULL, NULL));
}

/* What yichuangctl finds when it asks the service as well, without an account. */
static void
check_ctl (YcApiFixture *self,
           const char   *what,
           const char   *const *words,
           const char   *state,
           int           status)
{
  g_autoptr (GStrvBuilder) line = g_strv_builder_new ();
  g_auto (GStrv) argv = NULL;
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;
  int found;

  g_strv_builder_add_many (line, YC_TEST_YICHUANGCTL, "certificate", "verify", "--json",
                           "--service", yc_test_service_get_url (self->service), what, NULL);
  if (words != NULL)
    g_strv_builder_addv (line, (const char **) words);
  argv = g_strv_builder_end (line);
  g_spawn_sync (NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, &errors, &found, &error);
  g_assert_no_error (error);
  node = yc_json_parse (output, -1, NULL, &error);
  if (node == NULL)
    g_error ("%s: %s%s", what, output, errors);
  g_assert_cmpstr (yc_json_get_string (yc_json_node_get_object (node), "state", NULL), ==, state);
  g_assert_true (g_str_equal (state, "bad-number") ||
                 json_object_get_boolean_member (yc_json_node_get_object (node), "registry_asked"));
  g_assert_cmpint (WEXITSTATUS (found), ==, status);
}

/* A number, a code from a printed sheet and a file, with what the register adds to each. The key of the
 * codes comes from the service; whom to believe for files, it does not say. */
static void
test_ctl (YcApiFixture *self)
{
  static const char *const holder[] = { "--name", "周伯安", "--id-number", "990101198103161155",
                                        NULL };
  static const char *const other[] = { "--name", "周伯全", "--id-number", "990101198103161155",
                                       NULL };
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *serial = issue (self, &pdf);
  g_autofree char *code = g_strstrip (yc_api_fixture_scan (self, pdf));
  g_autofree char *lower = g_ascii_strdown (serial, -1);
  g_autofree char *path =
    g_build_filename (yc_test_service_get_folder (self->service), "scanned.pdf", NULL);

  check_ctl (self, serial, NULL, "in-register", 0);
  check_ctl (self, lower, NULL, "in-register", 0);
  check_ctl (self, code, NULL, "mark-only", 0);
  check_ctl (self, code, holder, "genuine", 0);
  check_ctl (self, code, other, "words-differ", 1);
  check_ctl (self, path, NULL, "other-signer", 1);
  check_ctl (self, "ZM01-990119204001-2026-999999-O", NULL, "unknown", 1);
  change (self, serial, "/void", "{\"reason\":\"mistake\"}", 200);
  check_ctl (self, serial, NULL, "void", 1);
  check_ctl (self, code, holder, "void", 1);
}

/* (transfer full): the file of @serial as the clerk of a practising service gets it */
static GBytes *
load_sample (YcTestService *service,
             const char    *token,
             JsonObject    *certificate)
{
  g_autofree char *path = g_strconcat (
    API "/cases/", json_object_get_string_member (certificate, "case_id"), "/certificate", NULL);
  g_autoptr (YcTestAnswer) file = yc_test_service_request (service, "GET", path, token, NULL, NULL);

  g_assert_cmpuint (file->status, ==, 200);
  return g_bytes_new (file->body->data, file->body->len);
}

/* The samples have a certificate whose last day is over; and what another service has issued is not
 * in the register here, though the same key signed it. */
static void
test_samples (YcApiFixture *self)
{
  g_autoptr (YcTestService) service = yc_test_service_new (TRUE, NULL);
  g_autofree char *token = yc_test_service_sign_in (service, "lijun");
  g_autoptr (JsonObject) list =
    yc_test_service_get (service, API "/certificates?limit=200", token, 200);
  JsonArray *all = json_object_get_array_member (list, "certificates");
  g_autoptr (GBytes) pdf = load_sample (service, token, json_array_get_object_element (all, 0));
  guint n_over = 0, n_valid = 0;

  for (guint i = 0; i < json_array_get_length (all); i++)
    {
      JsonObject *certificate = json_array_get_object_element (all, i);
      g_autofree char *path = g_strconcat (
        "/verify/", json_object_get_string_member (certificate, "serial"), NULL);
      g_autoptr (YcTestAnswer) page =
        yc_test_service_request (service, "GET", path, NULL, NULL, NULL);

      assert_page (page, 200, "演练：这是样例数据");
      n_over += strstr (yc_test_answer_get_text (page), "过了有效期") != NULL;
      n_valid += strstr (yc_test_answer_get_text (page), "证明有效") != NULL;
    }
  g_assert_cmpuint (n_over, >, 0);
  g_assert_cmpuint (n_valid, >, 0);
  {
    g_autoptr (YcTestAnswer) page = yc_test_service_post_file (self->service, "/verify?lang=zh", pdf);

    assert_page (page, 200, "登记簿里没有这份文件");
  }
}

static const YcApiTest tests[] = {
  { "/verify-page/form", test_form },
  { "/verify-page/form-hostile", test_form_hostile },
  { "/verify-page/empty", test_empty },
  { "/verify-page/number", test_number },
  { "/verify-page/file", test_file },
  { "/verify-page/changed", test_changed },
  { "/verify-page/revocations", test_revocations },
  { "/verify-page/keys", test_keys },
  { "/verify-page/ctl", test_ctl },
  { "/verify-page/samples", test_samples },
  { NULL },
};

int
main (int    argc,
      char **argv)
{
  return yc_api_fixture_run (argc, argv, tests);
}
