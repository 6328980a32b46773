/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds what a desk submits against the item's standard: the desk has checked it by the same code,
 * but the service believes no desk. */
#include "yc-case-check.h"

#include "yc-case-files.h"
#include "yc-case-materials.h"
#include "yc-day.h"
#include "yc-delivery-consent.h"
#include "yc-id-number.h"
#include "yc-json.h"
#include "yc-service-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_PROBLEMS 50
/* How long a submission may wait at a desk. */
#define MAX_DAYS_BACK 31

static void
check_person (YcFindings *findings,
              JsonObject *body,
              const char *who)
{
  JsonObject *person = yc_json_get_object (body, who);
  const char *number = yc_json_get_string (person, "id_number", NULL);
  g_autofree char *pointer = g_strdup_printf ("/%s/id_number", who);
  g_autoptr (GError) error = NULL;

  if (number != NULL && !yc_id_number_parse (number, NULL, &error))
    yc_findings_add (findings, pointer, "id-number", error->message);
}

/* What a form computes by itself must be what it would compute here. */
static void
check_computed (YcFindings *findings,
                JsonObject *sent,
                JsonObject *computed)
{
  g_autoptr (GList) names = json_object_get_members (sent);

  for (GList *l = names; l != NULL; l = l->next)
    {
      JsonNode *own = json_object_get_member (computed, l->data);
      g_autofree char *pointer = yc_json_pointer_append ("/form", l->data);

      if (own != NULL && !yc_json_equal (own, json_object_get_member (sent, l->data)))
        yc_findings_add (findings, pointer, "x-calculate",
                         _("This value is computed from others and does not fit them."));
    }
}

/* What the desk would say of it: the schema and the checks between fields, without what is hidden. */
static gboolean
check_problems (YcFindings *findings,
                YcForm     *form)
{
  g_autoptr (GListModel) problems = yc_form_get_problems (form);
  guint n = g_list_model_get_n_items (problems);

  for (guint i = 0; i < MIN (n, MAX_PROBLEMS); i++)
    {
      g_autoptr (YcFormProblem) problem = g_list_model_get_item (problems, i);
      g_autofree char *pointer =
        g_strconcat ("/form", yc_form_problem_get_pointer (problem), NULL);

      yc_findings_add (findings, pointer, yc_form_problem_get_keyword (problem),
                       yc_form_problem_get_words (problem));
    }
  return n == 0;
}

/* The day on which the desk says that the form was filled: with the line down it may lie back. */
static gboolean
set_day (const YcWork *work,
         YcFindings   *findings,
         YcForm       *form,
         JsonObject   *body)
{
  g_autoptr (GDateTime) now = yc_day_in_china (work->now, 0);
  g_autoptr (GDateTime) first = g_date_time_add_days (now, -MAX_DAYS_BACK);
  g_autoptr (GDateTime) last = g_date_time_add_days (now, 1);
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *from = g_date_time_format (first, "%Y-%m-%d");
  g_autofree char *until = g_date_time_format (last, "%Y-%m-%d");
  const char *day = yc_json_get_string (body, "filled_on", today);

  if (strcmp (day, from) < 0 || strcmp (day, until) > 0)
    {
      yc_findings_add (findings, "/filled_on", "filled_on",
                       _("The form was filled too long ago, or the clock of the desk is wrong."));
      return FALSE;
    }
  yc_form_set_today (form, day);
  return TRUE;
}

/* Puts what the form would submit in the place of what was sent: with every computed value, without
 * the values of fields that are hidden. */
static gboolean
compute_form (const YcWork  *work,
              YcFindings    *findings,
              const char    *id,
              gint64         catalog_version,
              JsonObject    *body,
              GError       **error)
{
  g_autoptr (YcForm) form = yc_shelf_get_form (yc_service_get_shelf (work->service),
                                               work->transaction, id, catalog_version, error);
  g_autoptr (JsonNode) computed = NULL;

  if (form == NULL || !yc_form_set_data (form, json_object_get_member (body, "form"), error))
    return FALSE;
  if (!set_day (work, findings, form, body) || !check_problems (findings, form))
    return TRUE;
  computed = yc_form_get_submission (form);
  check_computed (findings, json_object_get_object_member (body, "form"),
                  json_node_get_object (computed));
  json_object_set_member (body, "form", g_steal_pointer (&computed));
  return TRUE;
}

static gboolean
check_form (const YcWork  *work,
            YcFindings    *findings,
            JsonObject    *item,
            gint64         catalog_version,
            JsonObject    *body,
            GError       **error)
{
  const char *form = yc_json_get_string (item, "form", NULL);

  if (form == NULL)
    return TRUE;
  if (yc_json_get_object (body, "form") != NULL)
    return compute_form (work, findings, form, catalog_version, body, error);
  yc_findings_add (findings, "/form", "required", _("The form is missing."));
  return TRUE;
}

/**
 * yc_case_check_submission:
 * @work: the work
 * @item: the item's standard
 * @catalog_version: the catalog the case is taken in under
 * @body: {applicant, agent, materials, form, …}, of the right types; its form is completed
 * @error: (nullable): return location
 *
 * Returns: %FALSE with %YC_SERVICE_ERROR_INVALID that names every broken rule, or another error
 */
gboolean
yc_case_check_submission (const YcWork  *work,
                          JsonObject    *item,
                          gint64         catalog_version,
                          JsonObject    *body,
                          GError       **error)
{
  g_autoptr (YcFindings) findings = yc_findings_new ();

  check_person (findings, body, "applicant");
  check_person (findings, body, "agent");
  yc_delivery_consent_check (findings, body);
  yc_case_materials_check (work, findings, item, catalog_version,
                           yc_json_get_array (body, "materials"));
  if (!check_form (work, findings, item, catalog_version, body, error) ||
      !yc_case_files_check (work, findings, item, catalog_version,
                            yc_json_get_member (body, "form"), error))
    return FALSE;
  return yc_findings_finish (findings, error);
}
