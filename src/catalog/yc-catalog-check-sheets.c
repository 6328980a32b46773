/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Certificate templates, tried out: each is filled from its form with made-up answers and set on paper, so
 * that a column too narrow for a character, a value that a filter cannot show or a character that no font
 * has is told to who writes the template, not to a clerk with a citizen waiting. */
#include "yc-catalog-check-private.h"

#include "yc-catalog-sample-data.h"
#include "yc-certificate-composer.h"
#include "yc-certificate-error.h"
#include "yc-json.h"

/* What must be answered, everything, and a table of some length. */
static const guint variants[] = { 0, 1, 5 };

static const char data_text[] =
  "{\"applicant\":{\"name\":\"周样例\",\"id_number\":\"990101196803124516\",\"mobile\":\"10000000101\","
  "\"address\":\"\",\"email\":\"\"},\"agent\":{\"name\":\"李样例\",\"id_number\":\"990101197704193190\","
  "\"mobile\":\"10000000102\"},\"case\":{\"number\":\"1\",\"item_title\":\"样例事项\","
  "\"submitted_at\":\"2026-01-01T00:00:00Z\"},"
  "\"place\":{\"name\":\"样例社区\",\"code\":\"990119204001\",\"seal\":\"样例镇样例社区居民委员会\"},"
  "\"serial\":\"ZM01-990119204001-2026-000001-0\",\"issued_at\":\"2026-01-01T00:00:00Z\","
  "\"today\":\"2026-01-01\"}";

/* What a notice may say, all of it and as little as possible. */
static const char *const notices[] = {
  "{\"basis\":\"样例依据\",\"clerk\":\"陈样例\",\"department\":\"样例部门\",\"field\":\"样例字段\","
  "\"limit\":\"5个工作日\",\"note\":\"样例说明\",\"reason\":\"样例原因\","
  "\"materials\":[{\"title\":\"身份证\",\"status\":\"原件\"}],"
  "\"missing\":[{\"title\":\"租赁合同\",\"status\":\"15日内补交\"}]}",
  "{\"basis\":\"\",\"clerk\":\"\",\"department\":\"\",\"field\":\"\",\"limit\":\"\",\"note\":\"\","
  "\"reason\":\"\",\"materials\":[],\"missing\":[]}",
};

/* Adds @own, what the form or the notice says, to what every certificate knows. */
static gboolean
set_sheet (YcCertificateTemplate  *template,
           const char             *member,
           JsonNode               *own,
           GError                **error)
{
  g_autoptr (JsonNode) data = yc_json_parse (data_text, -1, NULL, NULL);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (0);
  const YcCertificateMarks marks = {
    .issuer = "样例镇样例社区居民委员会", .issued_at = time, .purpose = YC_SHEET_PREVIEW,
  };
  g_autoptr (GBytes) sheet = NULL;

  json_object_set_member (json_node_get_object (data), member, own);
  sheet = yc_certificate_compose (template, json_node_get_object (data), &marks, NULL, error);

  return sheet != NULL;
}

static YcForm *
open_form (JsonNode *document,
           guint     variant)
{
  g_autoptr (YcForm) form = yc_form_new (yc_json_pointer_get (document, "/schema"),
                                         yc_json_pointer_get (document, "/layout"), NULL);

  return form != NULL && yc_catalog_sample_fill (form, document, variant) ? g_steal_pointer (&form)
                                                                          : NULL;
}

static void
tell (YcCatalogCheck    *check,
      YcCatalogDocument *document,
      const GError      *error)
{
  const char *pointer = yc_certificate_error_get_pointer (error);

  yc_catalog_check_tell (check, document, pointer != NULL ? pointer : "", "%s",
                         yc_certificate_error_get_reason (error));
}

/* The first mistake is told: the others may come of it. */
static void
try_template (YcCatalogCheck    *check,
              YcCatalogDocument *document,
              JsonNode          *form_document)
{
  g_autoptr (YcCertificateTemplate) template =
      yc_certificate_template_new (yc_catalog_document_get_body (document), NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; template != NULL && error == NULL && i < G_N_ELEMENTS (variants); i++)
    {
      g_autoptr (YcForm) form = open_form (form_document, variants[i]);

      if (form != NULL &&
          !set_sheet (template, "form", yc_form_get_submission (form), &error))
        tell (check, document, error);
    }
}

/* A notice has no form. */
static void
try_notice (YcCatalogCheck           *check,
            YcCatalogDocument        *document,
            G_GNUC_UNUSED JsonObject *body)
{
  g_autoptr (YcCertificateTemplate) template =
      yc_certificate_template_new (yc_catalog_document_get_body (document), NULL);
  g_autoptr (GError) error = NULL;

  if (template == NULL || yc_certificate_template_get_use (template) != YC_TEMPLATE_NOTICE)
    return;
  for (guint i = 0; error == NULL && i < G_N_ELEMENTS (notices); i++)
    if (!set_sheet (template, "notice", yc_json_parse (notices[i], -1, NULL, NULL), &error))
      tell (check, document, error);
}

static void
try_item (YcCatalogCheck                  *check,
          G_GNUC_UNUSED YcCatalogDocument *document,
          JsonObject                      *item)
{
  const char *template_id = yc_json_get_string (item, "certificate", NULL);
  const char *form_id = yc_json_get_string (item, "form", NULL);
  YcCatalogDocument *template = NULL, *form = NULL;

  if (template_id != NULL && form_id != NULL)
    {
      template = yc_catalog_folder_find (check->folder, "template", template_id);
      form = yc_catalog_folder_find (check->folder, "form", form_id);
    }
  if (template != NULL && form != NULL)
    try_template (check, template, yc_catalog_document_get_body (form));
}

/*
 * yc_catalog_check_sheets:
 * @folder: a catalog that yc_catalog_check() found no mistake in
 *
 * Returns: (transfer full) (element-type YcCatalogProblem): what keeps templates from being set, by file
 *   and line
 */
GPtrArray *
yc_catalog_check_sheets (YcCatalogFolder *folder)
{
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) yc_catalog_problem_free);
  YcCatalogCheck check = { .folder = folder, .problems = problems };

  yc_catalog_check_each (&check, "item", try_item);
  yc_catalog_check_each (&check, "template", try_notice);

  return yc_catalog_check_sort (g_steal_pointer (&problems));
}
