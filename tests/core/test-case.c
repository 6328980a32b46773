/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cases as the service tells them: read, updated in place, and told wrongly. */
#include "yc-case-delivery.h"
#include "yc-case.h"
#include "yc-core-error.h"
#include "yc-json.h"

#include <string.h>

#define ID "01a1ffee-5836-7000-9419-a9bdf5a6e58d"
#define OTHER_ID "01a1ffee-5836-7000-9419-a9bdf5a6e58e"

#define RETURN                                                                                     \
  "{\"kind\":\"return\",\"by\":{\"id\":\"wangfang\",\"name\":\"王芳\"},"                           \
  "\"at\":\"2026-11-21T07:45:00.000Z\",\"reason\":\"R-LEASE-SIGN\","                               \
  "\"reason_title\":\"租赁合同缺签名页\",\"cause\":\"clerk\",\"field\":\"materials/lease\","       \
  "\"note\":\"第三页\"}"

static const char whole[] =
  "{\"id\":\"" ID "\",\"number\":\"2026-000001\",\"version\":2,\"state\":\"returned\","
  "\"item\":{\"code\":\"YS-0101\",\"title\":\"阶梯水费办理证明\"},\"place\":\"990119204201\","
  "\"applicant\":{\"name\":\"周建国\",\"id_number\":\"990101198003071232\"},"
  "\"answers\":{},\"materials\":[],\"form\":{\"people\":9},"
  "\"taken_in_by\":{\"id\":\"chenxiao\",\"name\":\"陈晓\"},"
  "\"submitted_at\":\"2026-11-21T07:42:08.123Z\",\"updated_at\":\"2026-11-21T07:45:00.000Z\","
  "\"review\":{\"steps\":[\"village\",\"town\"],\"step\":0,\"level\":\"village\"},"
  "\"tries\":[{\"number\":1,\"decision\":" RETURN "}],\"certificate\":null}";

static JsonObject *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = yc_json_parse (text, -1, NULL, &error);

  g_assert_no_error (error);
  return json_object_ref (json_node_get_object (node));
}

static YcCase *
make_case (const char *text)
{
  g_autoptr (JsonObject) json = parse (text);
  g_autoptr (GError) error = NULL;
  YcCase *self = yc_case_new_from_json (json, &error);

  g_assert_no_error (error);
  return self;
}

static void
update (YcCase     *self,
        const char *text)
{
  g_autoptr (JsonObject) json = parse (text);
  g_autoptr (GError) error = NULL;

  g_assert_true (yc_case_update_from_json (self, json, &error));
  g_assert_no_error (error);
}

static void
test_whole (void)
{
  g_autoptr (YcCase) self = make_case (whole);
  g_autofree char *etag = yc_case_dup_etag (self);
  YcCaseReturn *last = yc_case_get_last_return (self);

  g_assert_cmpstr (yc_case_get_id (self), ==, ID);
  g_assert_cmpstr (yc_case_get_number (self), ==, "2026-000001");
  g_assert_cmpstr (etag, ==, "\"2\"");
  g_assert_cmpint (yc_case_get_state (self), ==, YC_CASE_STATE_RETURNED);
  g_assert_cmpstr (yc_case_get_item_code (self), ==, "YS-0101");
  g_assert_cmpstr (yc_case_get_item_title (self), ==, "阶梯水费办理证明");
  g_assert_cmpstr (yc_case_get_applicant_name (self), ==, "周建国");
  g_assert_cmpstr (yc_case_get_clerk_id (self), ==, "chenxiao");
  g_assert_cmpint (g_date_time_get_microsecond (yc_case_get_submitted_at (self)), ==, 123000);
  g_assert_cmpuint (yc_case_get_n_steps (self), ==, 2);
  g_assert_cmpuint (yc_case_get_step (self), ==, 0);
  g_assert_cmpstr (yc_case_get_level (self), ==, "village");
  g_assert_null (yc_case_get_certificate_serial (self));
  g_assert_cmpuint (yc_case_get_n_tries (self), ==, 1);
  g_assert_true (yc_case_is_whole (self));

  g_assert_cmpstr (yc_case_return_get_reason (last), ==, "R-LEASE-SIGN");
  g_assert_cmpstr (yc_case_return_get_reason_title (last), ==, "租赁合同缺签名页");
  g_assert_cmpint (yc_case_return_get_cause (last), ==, YC_CAUSE_CLERK);
  g_assert_cmpstr (yc_case_return_get_field (last), ==, "materials/lease");
  g_assert_cmpstr (yc_case_return_get_note (last), ==, "第三页");
  g_assert_cmpstr (yc_case_return_get_by_name (last), ==, "王芳");
  g_assert_nonnull (yc_case_return_get_at (last));
}

static void
note_property (YcCase     *self,
               GParamSpec *pspec,
               GString    *names)
{
  g_string_append_printf (names, "%s ", pspec->name);
}

/* Only what changed is notified, and objects that say the same stay the same. */
static void
test_notify (void)
{
  g_autoptr (YcCase) self = make_case (whole);
  g_autoptr (GString) names = g_string_new (NULL);
  YcCaseReturn *last = yc_case_get_last_return (self);

  g_signal_connect (self, "notify", G_CALLBACK (note_property), names);
  update (self, whole);
  g_assert_cmpstr (names->str, ==, "json ");
  g_assert_true (yc_case_get_last_return (self) == last);

  g_string_truncate (names, 0);
  update (self, "{\"id\":\"" ID "\",\"number\":\"2026-000001\",\"version\":3,"
                "\"state\":\"submitted\",\"item\":{\"code\":\"YS-0101\","
                "\"title\":\"阶梯水费办理证明\"},\"place\":\"990119204201\","
                "\"applicant\":{\"name\":\"周**\",\"id_number\":\"9901**********1232\"},"
                "\"taken_in_by\":{\"id\":\"chenxiao\",\"name\":\"陈晓\"},"
                "\"submitted_at\":\"2026-11-21T07:42:08.123Z\","
                "\"updated_at\":\"2026-11-21T07:50:00.000Z\","
                "\"review\":{\"steps\":[\"village\",\"town\"],\"step\":0,\"level\":\"village\"},"
                "\"last_return\":" RETURN ",\"n_tries\":2}");
  g_assert_cmpstr (names->str, ==, "version state updated-at n-tries whole json ");
  g_assert_true (yc_case_get_last_return (self) == last);
  g_assert_cmpuint (yc_case_get_n_tries (self), ==, 2);
}

/* A summary takes nothing away, but the case counts as whole only once it is told again. */
static void
test_summary (void)
{
  g_autoptr (YcCase) self = make_case (whole);

  update (self, "{\"id\":\"" ID "\",\"version\":3,\"state\":\"submitted\","
                "\"item\":{\"code\":\"YS-0101\"},\"applicant\":{\"name\":\"周**\"}}");
  g_assert_false (yc_case_is_whole (self));
  g_assert_cmpstr (yc_case_get_applicant_name (self), ==, "周建国");
  g_assert_nonnull (yc_json_get_object (yc_case_get_json (self), "form"));
  g_assert_cmpstr (yc_case_get_item_title (self), ==, "YS-0101");

  update (self, "{\"id\":\"" ID "\",\"version\":3,\"state\":\"submitted\",\"form\":{},"
                "\"item\":{\"code\":\"YS-0101\"},\"tries\":[{},{}]}");
  g_assert_true (yc_case_is_whole (self));
  g_assert_cmpuint (yc_case_get_n_tries (self), ==, 2);
  g_assert_null (yc_case_get_applicant_name (self));
}

static void
test_old_news (void)
{
  g_autoptr (YcCase) self = make_case (whole);

  update (self, "{\"id\":\"" ID "\",\"version\":1,\"state\":\"submitted\","
                "\"item\":{\"code\":\"YS-0101\"}}");
  g_assert_cmpint (yc_case_get_state (self), ==, YC_CASE_STATE_RETURNED);
  g_assert_cmpint (yc_case_get_version (self), ==, 2);
}

static const char *const bad[] = {
  "{}",
  "{\"id\":\"x\",\"version\":1,\"state\":\"submitted\",\"item\":{\"code\":\"A\"}}",
  "{\"id\":1,\"version\":1,\"state\":\"submitted\",\"item\":{\"code\":\"A\"}}",
  "{\"id\":\"" ID "\",\"version\":0,\"state\":\"submitted\",\"item\":{\"code\":\"A\"}}",
  "{\"id\":\"" ID "\",\"version\":\"1\",\"state\":\"submitted\",\"item\":{\"code\":\"A\"}}",
  "{\"id\":\"" ID "\",\"version\":1,\"state\":\"lost\",\"item\":{\"code\":\"A\"}}",
  "{\"id\":\"" ID "\",\"version\":1,\"state\":null,\"item\":{\"code\":\"A\"}}",
  "{\"id\":\"" ID "\",\"version\":1,\"state\":\"submitted\",\"item\":\"A\"}",
  "{\"id\":\"" ID "\",\"version\":1,\"state\":\"submitted\",\"item\":{\"code\":7}}",
};

static void
test_bad (void)
{
  g_autoptr (YcCase) self = make_case (whole);

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (JsonObject) json = parse (bad[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (yc_case_new_from_json (json, &error));
      g_assert_error (error, YC_CORE_ERROR, YC_CORE_ERROR_CASE);
      g_assert_false (yc_case_update_from_json (self, json, NULL));
    }
  g_assert_cmpint (yc_case_get_version (self), ==, 2);
}

/* Whatever else is of a wrong type is as if it were missing. */
static void
test_odd (void)
{
  g_autoptr (YcCase) self =
    make_case ("{\"id\":\"" ID "\",\"version\":1,\"state\":\"issued\",\"item\":{\"code\":\"A\"},"
               "\"number\":5,\"applicant\":[],\"taken_in_by\":\"x\",\"submitted_at\":\"soon\","
               "\"updated_at\":7,\"review\":{\"steps\":3,\"step\":-4,\"level\":[]},"
               "\"tries\":[1,null,{\"decision\":{\"kind\":\"return\",\"cause\":\"moon\"}}],"
               "\"certificate\":\"x\",\"last_return\":[]}");
  g_autoptr (JsonObject) other = parse ("{\"id\":\"" OTHER_ID "\",\"version\":9,"
                                        "\"state\":\"issued\",\"item\":{\"code\":\"A\"}}");
  g_autoptr (GError) error = NULL;

  g_assert_null (yc_case_get_number (self));
  g_assert_null (yc_case_get_applicant_name (self));
  g_assert_null (yc_case_get_submitted_at (self));
  g_assert_null (yc_case_get_updated_at (self));
  g_assert_cmpuint (yc_case_get_step (self), ==, 0);
  g_assert_cmpuint (yc_case_get_n_steps (self), ==, 0);
  g_assert_null (yc_case_get_last_return (self));
  g_assert_null (yc_case_get_certificate_serial (self));

  g_assert_false (yc_case_update_from_json (self, other, &error));
  g_assert_error (error, YC_CORE_ERROR, YC_CORE_ERROR_CASE);
}

#define DELIVERY(id, more) "{\"id\":\"" id "\",\"serial\":\"S\"," more "}"
#define DELIVERIES                                                                               \
  DELIVERY ("a", "\"channel\":\"mail\",\"state\":\"delivered\",\"n_unsure\":0") ","              \
  DELIVERY ("b", "\"channel\":\"mail\",\"state\":\"delivered\",\"n_unsure\":1") ","              \
  DELIVERY ("c", "\"channel\":\"app\",\"state\":\"delivered\",\"n_unsure\":1") ","               \
  DELIVERY ("d", "\"channel\":\"mail\",\"state\":\"waiting\",\"detail\":\"unconfirmed\"") ","    \
  DELIVERY ("e", "\"channel\":\"portal\",\"state\":\"failed\",\"detail\":\"removed\"") ","       \
  DELIVERY ("f", "\"channel\":\"mail\",\"state\":\"nonsense\"") "," DELIVERY ("g", "\"x\":1") ",7"

/* What the clerk reads of each way, and no more than anybody knows; what makes no sense is not there. */
static void
test_deliveries (void)
{
  static const struct
  {
    const char *state;
    const char *trouble;
  } words[] = {
    { "Handed to the mail server", "" },
    { "Handed to the mail server",
      "An earlier try was not confirmed, so the letter may have arrived twice." },
    { "Arrived", "" },
    { "On its way", "The mail server took the letter and did not say that it keeps it, so it may "
                    "arrive twice." },
    { "Not delivered", "This channel has been taken out of the settings." },
  };
  g_autofree char *text = g_strdup_printf (
    "%.*s,\"deliveries\":[" DELIVERIES "]}", (int) strlen (whole) - 1, whole);
  g_autoptr (YcCase) self = make_case (text);
  g_autoptr (GListModel) all = yc_case_delivery_list (self);

  g_assert_cmpuint (g_list_model_get_n_items (all), ==, G_N_ELEMENTS (words));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (YcCaseDelivery) delivery = g_list_model_get_item (all, i);
      g_autofree char *trouble = yc_case_delivery_dup_trouble (delivery);

      g_assert_cmpstr (yc_case_delivery_get_state_title (delivery), ==, words[i].state);
      g_assert_cmpstr (trouble, ==, words[i].trouble);
      g_assert_cmpstr (yc_case_delivery_get_serial (delivery), ==, "S");
      g_assert_false (yc_case_delivery_can_retry (delivery));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/case/whole", test_whole);
  g_test_add_func ("/case/notify", test_notify);
  g_test_add_func ("/case/summary", test_summary);
  g_test_add_func ("/case/old-news", test_old_news);
  g_test_add_func ("/case/bad", test_bad);
  g_test_add_func ("/case/odd", test_odd);
  g_test_add_func ("/case/deliveries", test_deliveries);

  return g_test_run ();
}
