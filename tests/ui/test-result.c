/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the counter sees of a certificate that is changed while its case lies open there. */
#include "yc-case-certificate.h"
#include "yc-certificate-facts.h"
#include "yc-json.h"
#include "yc-result-step.h"
#include "yc-test-counter.h"
#include "yc-test-window.h"

typedef struct
{
  YcTestCounter counter;
  YcCaseDraft  *draft;
} Fixture;

/* A reviewer or supervisor, elsewhere. */
static void
post (Fixture *fixture, const char *user, const char *path, const char *key, const char *body,
      guint status)
{
  g_autofree char *token = yc_test_service_sign_in (fixture->counter.service, user);
  g_autofree char *headers =
      g_strdup_printf ("If-Match: \"1\"\r\nIdempotency-Key: %s\r\n", key);
  g_autoptr (JsonObject) answer = yc_test_service_post (fixture->counter.service, path, token,
                                                        headers, body, status);

  g_assert_nonnull (answer);
}

static YcCase *
get_case (Fixture *fixture)
{
  return yc_case_draft_get_case (fixture->draft);
}

static const char *
get_serial (Fixture *fixture)
{
  return get_case (fixture) != NULL ? yc_case_get_certificate_serial (get_case (fixture)) : NULL;
}

static void
change (Fixture *fixture, const char *what, const char *body, guint status)
{
  g_autofree char *path =
      g_strdup_printf ("/api/v1/certificates/%s/%s", get_serial (fixture), what);

  post (fixture, "wangfang", path, what, body, status);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;

  yc_test_counter_open (&fixture->counter, TRUE);
  yc_test_counter_sign_in (&fixture->counter, "chenxiao");
  fixture->draft = yc_test_counter_fill_draft (&fixture->counter);
  path = g_strdup_printf ("/api/v1/cases/%s/decisions",
                          yc_case_draft_get_case_id (fixture->draft));
  yc_test_desk_submit (fixture->draft);
  yc_test_wait_until (get_case (fixture) != NULL);
  post (fixture, "wangfang", path, "approve", "{\"decision\":\"approve\"}", 200);
  yc_test_wait_until (get_serial (fixture) != NULL);
  yc_test_counter_press (&fixture->counter, "ctrl+5");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  yc_test_counter_close (&fixture->counter);
}

/* Number and identifier are those of the version that stands now, and what became of it is said with
 * its reason. */
static void
test_changed (Fixture *fixture, gconstpointer data)
{
  YcTestCounter *counter = &fixture->counter;
  GtkWidget *step = yc_test_counter_find (counter, YC_TYPE_RESULT_STEP);
  g_autofree char *first = g_strdup (get_serial (fixture));

  yc_test_counter_wait_to_read (counter, first);
  yc_test_counter_wait_to_read (counter, yc_case_certificate_get_identifier (get_case (fixture)));
  g_assert_cmpuint (yc_case_certificate_get_version (get_case (fixture)), ==, 1);
  yc_test_take_picture ("result-issued");

  change (fixture, "reissue", "{\"reason\":\"lost\"}", 201);
  yc_test_wait_until (g_strcmp0 (get_serial (fixture), first) != 0);
  g_assert_cmpuint (yc_case_certificate_get_version (get_case (fixture)), ==, 2);
  yc_test_counter_wait_to_read (counter, get_serial (fixture));
  yc_test_counter_find (counter, YC_TYPE_CERTIFICATE_FACTS);
  yc_test_take_picture ("result-reissued");

  change (fixture, "void", "{\"reason\":\"revoked\"}", 200);
  yc_test_wait_until (yc_case_certificate_get_state (get_case (fixture)) == YC_CERTIFICATE_VOID);
  yc_test_wait_until (yc_test_ui_find_text (step, yc_certificate_state_get_title (
                        YC_CERTIFICATE_VOID)) != NULL);
  yc_test_wait_until (yc_test_ui_find_text (step, yc_change_reason_get_title (
                        YC_CHANGE_REASON_REVOKED)) != NULL);
  g_assert_false (yc_result_step_get_print_due (YC_RESULT_STEP (step)));
  yc_test_take_picture ("result-void");
}

int
main (int argc, char *argv[])
{
  yc_test_ui_init (&argc, &argv);

  g_test_add ("/result/changed", Fixture, NULL, set_up, test_changed, tear_down);

  return g_test_run ();
}
