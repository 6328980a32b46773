/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Roles, states of cases, the ten-percent rule, certificate numbers, UUIDs, and which day it is. */
#include "yc-case-state.h"
#include "yc-certificate-identifier.h"
#include "yc-certificate-number.h"
#include "yc-certificate-state.h"
#include "yc-core-error.h"
#include "yc-day.h"
#include "yc-ten-percent.h"
#include "yc-uuid.h"

#include <string.h>

static void
test_words (void)
{
  for (guint i = 1; i <= YC_N_ROLES; i++)
    {
      YcRole role = 0;

      g_assert_true (yc_role_from_string (yc_role_to_string (i), &role));
      g_assert_cmpuint (role, ==, i);
      g_assert_cmpstr (yc_role_get_title (i), !=, "");
    }
  for (guint i = 1; i <= YC_N_CASE_STATES; i++)
    {
      YcCaseState state = 0;

      g_assert_true (yc_case_state_from_string (yc_case_state_to_string (i), &state));
      g_assert_cmpuint (state, ==, i);
      g_assert_cmpstr (yc_case_state_get_title (i), !=, "");
    }
  for (guint i = 1; i <= YC_N_CASE_ACTIONS; i++)
    {
      YcCaseAction action = 0;

      g_assert_true (yc_case_action_from_string (yc_case_action_to_string (i), &action));
      g_assert_cmpuint (action, ==, i);
      g_assert_cmpstr (yc_case_action_get_title (i), !=, "");
    }
  for (guint i = 1; i <= YC_N_CAUSES; i++)
    {
      YcCause cause = 0;

      g_assert_true (yc_cause_from_string (yc_cause_to_string (i), &cause));
      g_assert_cmpuint (cause, ==, i);
      g_assert_cmpstr (yc_cause_get_title (i), !=, "");
    }
}

static void
test_unknown_words (void)
{
  YcRole role = YC_ROLE_TRAINER;

  g_assert_false (yc_role_from_string ("Clerk", &role));
  g_assert_false (yc_role_from_string ("", &role));
  g_assert_false (yc_role_from_string (NULL, &role));
  g_assert_cmpuint (role, ==, YC_ROLE_TRAINER);
  g_assert_null (yc_role_to_string (0));
  g_assert_null (yc_role_to_string (YC_N_ROLES + 1));
  g_assert_false (yc_case_state_from_string ("draft", NULL));
  g_assert_null (yc_case_state_to_string (0));
  g_assert_false (yc_cause_from_string ("weather", NULL));
}

/* All that is allowed; anything else is not. o: also one's own intake. */
static const struct
{
  YcCaseState  state;
  YcCaseAction action;
  YcRole       role;
  gboolean     own_too;
} allowed[] = {
  { YC_CASE_STATE_RETURNED, YC_CASE_ACTION_SUBMIT_AGAIN, YC_ROLE_CLERK, TRUE },
  { YC_CASE_STATE_SUBMITTED, YC_CASE_ACTION_APPROVE, YC_ROLE_REVIEWER, FALSE },
  { YC_CASE_STATE_SUBMITTED, YC_CASE_ACTION_RETURN, YC_ROLE_REVIEWER, FALSE },
  { YC_CASE_STATE_SUBMITTED, YC_CASE_ACTION_REFUSE, YC_ROLE_REVIEWER, FALSE },
  { YC_CASE_STATE_SUBMITTED, YC_CASE_ACTION_WITHDRAW, YC_ROLE_CLERK, TRUE },
  { YC_CASE_STATE_RETURNED, YC_CASE_ACTION_WITHDRAW, YC_ROLE_CLERK, TRUE },
  { YC_CASE_STATE_ISSUED, YC_CASE_ACTION_PRINT, YC_ROLE_CLERK, TRUE },
  { YC_CASE_STATE_ISSUED, YC_CASE_ACTION_PRINT, YC_ROLE_REVIEWER, TRUE },
  { YC_CASE_STATE_ISSUED, YC_CASE_ACTION_PRINT, YC_ROLE_SUPERVISOR, TRUE },
};

static gboolean
is_allowed (YcCaseState  state,
            YcCaseAction action,
            YcRole       role,
            gboolean     own_intake)
{
  for (gsize i = 0; i < G_N_ELEMENTS (allowed); i++)
    if (allowed[i].state == state && allowed[i].action == action && allowed[i].role == role)
      return allowed[i].own_too || !own_intake;
  return FALSE;
}

static void
check_allows (YcCaseState  state,
              YcCaseAction action,
              YcRole       role,
              gboolean     own_intake)
{
  g_autoptr (GError) error = NULL;
  gboolean allows = yc_case_state_allows (state, action, role, own_intake, &error);

  g_assert_cmpint (allows, ==, is_allowed (state, action, role, own_intake));
  g_assert_cmpint (allows, ==, error == NULL);
  if (error != NULL)
    g_assert_cmpint (error->domain, ==, YC_CORE_ERROR);
}

static void
test_states (void)
{
  for (guint state = 0; state <= YC_N_CASE_STATES + 1; state++)
    for (guint action = 1; action <= YC_N_CASE_ACTIONS; action++)
      for (guint role = 0; role <= YC_N_ROLES + 1; role++)
        for (guint own = 0; own <= 1; own++)
          check_allows (state, action, role, own);
}

static void
test_state_errors (void)
{
  g_autoptr (GError) role = NULL;
  g_autoptr (GError) own = NULL;
  g_autoptr (GError) state = NULL;

  g_assert_false (yc_case_state_allows (YC_CASE_STATE_ISSUED, YC_CASE_ACTION_APPROVE,
                                        YC_ROLE_CLERK, TRUE, &role));
  g_assert_error (role, YC_CORE_ERROR, YC_CORE_ERROR_ROLE);
  g_assert_false (yc_case_state_allows (YC_CASE_STATE_ISSUED, YC_CASE_ACTION_APPROVE,
                                        YC_ROLE_REVIEWER, TRUE, &own));
  g_assert_error (own, YC_CORE_ERROR, YC_CORE_ERROR_OWN_INTAKE);
  g_assert_false (yc_case_state_allows (YC_CASE_STATE_ISSUED, YC_CASE_ACTION_APPROVE,
                                        YC_ROLE_REVIEWER, FALSE, &state));
  g_assert_error (state, YC_CORE_ERROR, YC_CORE_ERROR_STATE);
  g_assert_true (yc_case_state_is_final (YC_CASE_STATE_REFUSED));
  g_assert_false (yc_case_state_is_final (YC_CASE_STATE_RETURNED));
}

static const struct
{
  guint               intake, returned, smallest;
  YcTenPercentVerdict verdict;
} judgements[] = {
  { 0, 0, 20, YC_TEN_PERCENT_TOO_SMALL },
  { 0, 0, 0, YC_TEN_PERCENT_TOO_SMALL },
  { 0, 5, 0, YC_TEN_PERCENT_TOO_SMALL },
  { 19, 19, 20, YC_TEN_PERCENT_TOO_SMALL },
  { 20, 0, 20, YC_TEN_PERCENT_WITHIN },
  { 20, 2, 20, YC_TEN_PERCENT_WITHIN },
  { 20, 3, 20, YC_TEN_PERCENT_OVER },
  { 29, 2, 20, YC_TEN_PERCENT_WITHIN },
  { 29, 3, 20, YC_TEN_PERCENT_OVER },
  { 30, 3, 20, YC_TEN_PERCENT_WITHIN },
  { 100, 10, 20, YC_TEN_PERCENT_WITHIN },
  { 100, 11, 20, YC_TEN_PERCENT_OVER },
  { 99, 10, 20, YC_TEN_PERCENT_OVER },
  { 212, 21, 20, YC_TEN_PERCENT_WITHIN },
  { 212, 22, 20, YC_TEN_PERCENT_OVER },
  { 212, 24, 20, YC_TEN_PERCENT_OVER },
  { 1, 1, 1, YC_TEN_PERCENT_OVER },
  { 1, 0, 0, YC_TEN_PERCENT_WITHIN },
  { 5, 1, 0, YC_TEN_PERCENT_OVER },
  { G_MAXUINT, G_MAXUINT / 10, 20, YC_TEN_PERCENT_WITHIN },
  { G_MAXUINT, G_MAXUINT / 10 + 1, 20, YC_TEN_PERCENT_OVER },
  { G_MAXUINT, G_MAXUINT, 20, YC_TEN_PERCENT_OVER },
  { 20, 25, 20, YC_TEN_PERCENT_OVER },
};

static void
test_ten_percent (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (judgements); i++)
    {
      g_test_message ("%u of %u", judgements[i].returned, judgements[i].intake);
      g_assert_cmpint (yc_ten_percent_judge (judgements[i].intake, judgements[i].returned,
                                             judgements[i].smallest),
                       ==, judgements[i].verdict);
    }
  for (YcTenPercentVerdict v = YC_TEN_PERCENT_TOO_SMALL; v <= YC_TEN_PERCENT_OVER; v++)
    {
      YcTenPercentVerdict again = 0;

      g_assert_true (yc_ten_percent_verdict_from_string (yc_ten_percent_verdict_to_string (v),
                                                         &again));
      g_assert_cmpint (again, ==, v);
    }
}

static const struct
{
  const char *type, *issuer;
  guint       year;
  guint64     running;
  guint       version;
  const char *number;
} numbers[] = {
  { "ZM01", "990119204201", 2026, 123, 1, "ZM01-990119204201-2026-000123-Y" },
  { "A1", "2425GABC", 1234, 2, 1, "A1-2425GABC-1234-000002-" },
  { "ZM01", "990119204201", 2026, 123, 2, "ZM01-990119204201-2026-000123-V2-" },
  { "ZM01", "990119204201", 2026, 1234567, 1, "ZM01-990119204201-2026-1234567-" },
  { "", "990119204201", 2026, 123, 1, NULL },
  { "zm01", "990119204201", 2026, 123, 1, NULL },
  { "ZM-1", "990119204201", 2026, 123, 1, NULL },
  { "证01", "990119204201", 2026, 123, 1, NULL },
  { "ZM01", "9901192042019901192", 2026, 123, 1, NULL },
  { "ZM01", "990119204201", 999, 123, 1, NULL },
  { "ZM01", "990119204201", 10000, 123, 1, NULL },
  { "ZM01", "990119204201", 2026, 0, 1, NULL },
  { "ZM01", "990119204201", 2026, G_MAXUINT64, 1, NULL },
  { "ZM01", "990119204201", 2026, 1, 0, NULL },
};

static void
test_certificate_numbers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *number =
        yc_certificate_number_compose (numbers[i].type, numbers[i].issuer, numbers[i].year,
                                       numbers[i].running, numbers[i].version, &error);

      g_test_message ("case %zu: %s", i, number != NULL ? number : "-");
      if (numbers[i].number == NULL)
        {
          g_assert_null (number);
          g_assert_error (error, YC_CORE_ERROR, YC_CORE_ERROR_CERTIFICATE_NUMBER);
          continue;
        }
      g_assert_no_error (error);
      g_assert_true (g_str_has_prefix (number, numbers[i].number));
      g_assert_true (yc_certificate_number_check (number));
    }
}

/* Every single wrong character is noticed, and in this number every swap of neighbours: ISO 7064
 * promises nearly all. Hyphens are not counted.
 */
static void
test_certificate_number_slips (void)
{
  const char *right = "ZM01-990119204201-2026-000123-Y";
  const char *alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-";

  g_assert_true (yc_certificate_number_check (right));
  for (gsize i = 0; i < strlen (right); i++)
    {
      for (const char *c = alphabet; *c != '\0'; c++)
        {
          g_autofree char *wrong = g_strdup (right);

          wrong[i] = *c;
          g_assert_cmpint (yc_certificate_number_check (wrong), ==, *c == right[i]);
        }
      if (i > 0 && right[i] != right[i - 1] && right[i] != '-' && right[i - 1] != '-')
        {
          g_autofree char *swapped = g_strdup (right);

          swapped[i] = right[i - 1];
          swapped[i - 1] = right[i];
          g_assert_false (yc_certificate_number_check (swapped));
        }
    }
}

static void
test_certificate_number_shapes (void)
{
  static const char *const wrong[] = {
    "", "-", "----", "-----", "Y", "ZM01-990119204201-2026-000123", "ZM01-990119204201-2026-000123-",
    "ZM01-990119204201-2026-000123-YY", "ZM01990119204201-2026-000123-Y",
    "ZM01-990119204201-2026-000123-V1-Y", "ZM01-990119204201-2026-123-Y",
    " ZM01-990119204201-2026-000123-Y", "zm01-990119204201-2026-000123-Y",
    "ZM01-990119204201-2026-000123-y", "ZM01-990119204201-2026-000123-V2-X-X",
  };

  g_assert_false (yc_certificate_number_check (NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (yc_certificate_number_check (wrong[i]));
}

static void
test_certificate_number_parse (void)
{
  YcCertificateNumber number = { 0 };
  g_autofree char *later =
    yc_certificate_number_compose ("A1", "2425GABC", 1234, 1234567, 20, NULL);

  g_assert_true (yc_certificate_number_parse ("ZM01-990119204201-2026-000123-Y", &number));
  g_assert_cmpstr (number.type, ==, "ZM01");
  g_assert_cmpstr (number.issuer, ==, "990119204201");
  g_assert_cmpuint (number.year, ==, 2026);
  g_assert_cmpuint (number.running, ==, 123);
  g_assert_cmpuint (number.version, ==, 1);
  g_assert_false (yc_certificate_number_parse ("ZM01-990119204201-2026-000124-Y", &number));
  g_assert_cmpuint (number.running, ==, 123);
  g_assert_true (yc_certificate_number_parse (later, &number));
  g_assert_cmpuint (number.running, ==, 1234567);
  g_assert_cmpuint (number.version, ==, 20);
}

/* The first two were published by offices in Hunan and Anhui. */
static const struct
{
  const char *text;
  const char *issuer;
  const char *running;
  guint       version;
} identifiers[] = {
  { "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U",
    "11430000006122244L", "20230000403", 1 },
  { "1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9", "340100", "000000016", 1 },
  /* No root but the right one's form; lengths; signs; a version of nothing. */
  { "2.11100000000013338W011.11430000006122244L.20230000403.001.U", "11430000006122244L",
    "20230000403", 1 },
  { "11100000000013338W011.11430000006122244L.20230000403.001.U" },
  { "1..2.11100000000013338W011.11430000006122244L.20230000403.001.U" },
  { "1.02.11100000000013338W011.11430000006122244L.20230000403.001.U" },
  { "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.V" },
  { "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000430.001.U" },
  { "1.2.156.3005.2.11100000000013338W01.11430000006122244L.20230000403.001.U" },
  { "1.2.156.3005.2.11100000000013338w011.11430000006122244L.20230000403.001.U" },
  { "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.1.U" },
  { "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.UU" },
  { "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001." },
  { "1.2.156.3005.2.11100000000013338W011.11430000006122244L..001.U" },
  { "....." },
  { "" },
  { NULL },
};

static void
test_certificate_identifiers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (identifiers); i++)
    {
      g_autoptr (YcCertificateIdentifier) identifier =
        yc_certificate_identifier_parse (identifiers[i].text);

      g_test_message ("case %zu", i);
      g_assert_cmpint (identifier != NULL, ==, identifiers[i].issuer != NULL);
      if (identifier == NULL)
        continue;
      g_assert_cmpstr (identifier->issuer, ==, identifiers[i].issuer);
      g_assert_cmpstr (identifier->running, ==, identifiers[i].running);
      g_assert_cmpuint (identifier->version, ==, identifiers[i].version);
    }
}

static void
test_certificate_identifier_compose (void)
{
  static const char type[] = "11100000000013338W011", issuer[] = "11430000006122244L";
  g_autoptr (GError) error = NULL;
  g_autofree char *text = yc_certificate_identifier_compose (YC_CERTIFICATE_ROOT, type, issuer, 2026,
                                                             7, 12, &error);
  g_autoptr (YcCertificateIdentifier) identifier = yc_certificate_identifier_parse (text);

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (
    text, "1.2.156.3005.2.11100000000013338W011.11430000006122244L.2026000007.012."));
  g_assert_cmpstr (identifier->root, ==, YC_CERTIFICATE_ROOT);
  g_assert_cmpstr (identifier->type, ==, type);
  g_assert_cmpuint (identifier->version, ==, 12);
  g_assert_null (yc_certificate_identifier_compose ("1.x", type, issuer, 2026, 7, 1, NULL));
  g_assert_null (yc_certificate_identifier_compose ("1.2", "X", issuer, 2026, 7, 1, NULL));
  g_assert_null (yc_certificate_identifier_compose ("1.2", type, "", 2026, 7, 1, NULL));
  g_assert_null (yc_certificate_identifier_compose ("1.2", type, issuer, 2026, 0, 1, NULL));
  g_assert_null (yc_certificate_identifier_compose ("1.2", type, issuer, 2026, 7, 1000, &error));
  g_assert_error (error, YC_CORE_ERROR, YC_CORE_ERROR_CERTIFICATE_NUMBER);
}

/* A letter for each role, in their order, that may do it with one in force. */
static const struct
{
  YcCertificateAction action;
  const char *who;
  const char *reasons;
} changes[] = {
  { YC_CERTIFICATE_ACTION_VOID, "-rs--", "mistake request revoked other" },
  { YC_CERTIFICATE_ACTION_REPLACE, "-rs--", "mistake request other" },
  { YC_CERTIFICATE_ACTION_REISSUE, "-rs--", "lost damaged other" },
  { YC_CERTIFICATE_ACTION_PRINT, "crs--", "" },
};

static void
check_change (YcCertificateAction  action,
              YcRole               role,
              gboolean             may)
{
  gboolean decides = action != YC_CERTIFICATE_ACTION_PRINT;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (yc_certificate_state_allows (YC_CERTIFICATE_VALID, action, role, FALSE, NULL), ==,
                   may);
  g_assert_cmpint (yc_certificate_state_allows (YC_CERTIFICATE_VALID, action, role, TRUE, NULL), ==,
                   may && !decides);
  g_assert_false (yc_certificate_state_allows (YC_CERTIFICATE_REPLACED, action, role, FALSE, NULL));
  g_assert_false (yc_certificate_state_allows (YC_CERTIFICATE_VOID, action, role, FALSE, &error));
  g_assert_true (g_error_matches (error, YC_CORE_ERROR,
                                  may ? YC_CORE_ERROR_STATE : YC_CORE_ERROR_ROLE));
}

static void
test_certificate_states (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_auto (GStrv) fitting = g_strsplit (changes[i].reasons, " ", -1);
      YcChangeReason reason;

      for (YcRole role = 1; role <= YC_N_ROLES; role++)
        check_change (changes[i].action, role, changes[i].who[role - 1] != '-');
      for (reason = 1; reason <= YC_N_CHANGE_REASONS; reason++)
        g_assert_cmpint (yc_change_reason_fits (reason, changes[i].action), ==,
                         g_strv_contains ((const char *const *) fitting,
                                          yc_change_reason_to_string (reason)));
      g_assert_false (yc_change_reason_fits (0, changes[i].action));
    }
}

static void
test_uuid (void)
{
  g_autofree char *before = yc_uuid_v7_new ();

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *next = yc_uuid_v7_new ();

      g_assert_true (yc_uuid_is_valid (next));
      g_assert_cmpint (next[14], ==, '7');
      g_assert_nonnull (strchr ("89ab", next[19]));
      g_assert_cmpstr (before, <, next);
      g_free (g_steal_pointer (&before));
      before = g_steal_pointer (&next);
    }
}

static gpointer
make_uuids (gpointer data)
{
  GPtrArray *made = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 2000; i++)
    g_ptr_array_add (made, yc_uuid_v7_new ());
  return made;
}

static void
test_uuid_threads (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GThread *threads[4];
  GPtrArray *made[4];

  for (guint i = 0; i < 4; i++)
    threads[i] = g_thread_new (NULL, make_uuids, NULL);
  for (guint i = 0; i < 4; i++)
    {
      made[i] = g_thread_join (threads[i]);
      for (guint j = 0; j < made[i]->len; j++)
        g_assert_true (g_hash_table_add (seen, made[i]->pdata[j]));
    }
  for (guint i = 0; i < 4; i++)
    g_ptr_array_unref (made[i]);
}

static void
test_uuid_shapes (void)
{
  static const char *const wrong[] = {
    "", "01a1ffee-5836-7000-9419-a9bdf5a6e58", "01a1ffee-5836-7000-9419-a9bdf5a6e58dd",
    "01A1FFEE-5836-7000-9419-A9BDF5A6E58D", "01a1ffee.5836-7000-9419-a9bdf5a6e58d",
    "01a1ffeeg5836-7000-9419-a9bdf5a6e58d", "{1a1ffee-5836-7000-9419-a9bdf5a6e58}",
  };

  g_assert_true (yc_uuid_is_valid ("01a1ffee-5836-7000-9419-a9bdf5a6e58d"));
  g_assert_false (yc_uuid_is_valid (NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (yc_uuid_is_valid (wrong[i]));
}

/* (transfer full): the day eight hours ahead of UTC */
static char *
dup_china_day (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) ahead = g_date_time_add_hours (now, 8);

  return g_date_time_format (ahead, "%Y-%m-%d");
}

/* At any time one of these two zones is in another day than China. */
static void
test_today (void)
{
  static const char *const zones[] = { "Pacific/Kiritimati", "Pacific/Pago_Pago" };
  g_autofree char *before = g_strdup (g_getenv ("TZ"));

  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autofree char *early = dup_china_day ();
      g_autofree char *today = NULL;
      g_autofree char *late = NULL;

      g_setenv ("TZ", zones[i], TRUE);
      today = yc_day_dup_today ();
      late = dup_china_day ();
      g_assert_true (g_str_equal (today, early) || g_str_equal (today, late));
    }
  if (before != NULL)
    g_setenv ("TZ", before, TRUE);
  else
    g_unsetenv ("TZ");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/words", test_words);
  g_test_add_func ("/rules/unknown-words", test_unknown_words);
  g_test_add_func ("/rules/states", test_states);
  g_test_add_func ("/rules/state-errors", test_state_errors);
  g_test_add_func ("/rules/ten-percent", test_ten_percent);
  g_test_add_func ("/rules/certificate-numbers", test_certificate_numbers);
  g_test_add_func ("/rules/certificate-number-slips", test_certificate_number_slips);
  g_test_add_func ("/rules/certificate-number-shapes", test_certificate_number_shapes);
  g_test_add_func ("/rules/certificate-number-parse", test_certificate_number_parse);
  g_test_add_func ("/rules/certificate-identifiers", test_certificate_identifiers);
  g_test_add_func ("/rules/certificate-identifier-compose",
                   test_certificate_identifier_compose);
  g_test_add_func ("/rules/certificate-states", test_certificate_states);
  g_test_add_func ("/rules/uuid", test_uuid);
  g_test_add_func ("/rules/uuid-threads", test_uuid_threads);
  g_test_add_func ("/rules/uuid-shapes", test_uuid_shapes);
  g_test_add_func ("/rules/today", test_today);

  return g_test_run ();
}
