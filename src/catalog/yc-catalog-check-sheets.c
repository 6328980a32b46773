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
  "\"mobile\":\"10000000102\"},\"case\":{\"number\":\"1\",\"submitted_at\":\"2026-01-01T00:00:00Z\"},"
  "\"place\":{\"name\":\"样例社区\",\"code\":\"990119204001\",\"seal\":\"样例镇样例社区居民委员会\"},"
  "\"serial\":\"ZM01-990119204001-2026-000001-0\",\"issued_at\":\"2026-01-01T00:00:00Z\","
  "\"today\":\"2026-01-01\"}";

/* Adds what the form says to what every certificate knows. */
static JsonNode *
make_data (YcForm *form)
{
  JsonNode *data = yc_json_parse (data_text, -1, NULL, NULL);

  json_object_set_member (json_node_get_object (data), "form", yc_form_get_submission (form));

  return data;
}

static gboolean
set_sheet (YcCertificateTemplate  *template,
           YcForm                 *form,
           GError                **error)
{
  g_autoptr (JsonNode) data = make_data (form);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (0);
  const YcCertificateMarks marks = {
    .issuer = "样例镇样例社区居民委员会", .issued_at = time, .purpose = YC_SHEET_PREVIEW,
  };
  g_autoptr (GBytes) sheet =
      yc_certificate_compose (template, json_node_get_object (data), &marks, NULL, error);

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
      const char *pointer;

      if (form == NULL || set_sheet (template, form, &error))
        continue;
      pointer = yc_certificate_error_get_pointer (error);
      yc_catalog_check_tell (check, document, pointer != NULL ? pointer : "", "%s",
                             yc_certificate_error_get_reason (error));
    }
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

  return yc_catalog_check_sort (g_steal_pointer (&problems));
}
