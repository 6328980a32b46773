/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A certificate's template: its words, tables and conditions, checked once when it is read. */
#pragma once

#include <glib-object.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define YC_TYPE_CERTIFICATE_TEMPLATE (yc_certificate_template_get_type ())

/**
 * YcTemplatePathFunc:
 * @pointer: where in the template this is asked, as a JSON pointer
 * @rows: (nullable): the path of the rows that a table is over
 * @path: (nullable): what is asked of the certificate's data, such as "form.address", or, where there are
 *   @rows, of each row, such as "name" or "@index"; %NULL when it is the rows themselves
 * @user_data: the caller's
 */
typedef void (*YcTemplatePathFunc) (const char *pointer,
                                    const char *rows,
                                    const char *path,
                                    gpointer    user_data);

/**
 * YcTemplateRuleFunc:
 * @pointer: where the rule stands in the template
 * @rule: a JsonLogic rule over the certificate's data
 * @user_data: the caller's
 */
typedef void (*YcTemplateRuleFunc) (const char *pointer,
                                    JsonNode   *rule,
                                    gpointer    user_data);

/**
 * YcTemplateUse:
 * @YC_TEMPLATE_CERTIFICATE: a certificate: numbered, sealed and signed by the service
 * @YC_TEMPLATE_NOTICE: a paper about a case, that the counter prints and stamps by hand: it has no number of
 *   its own, no QR code and no signature
 */
typedef enum
{
  YC_TEMPLATE_CERTIFICATE = 1,
  YC_TEMPLATE_NOTICE,
} YcTemplateUse;

G_DECLARE_FINAL_TYPE (YcCertificateTemplate, yc_certificate_template, YC, CERTIFICATE_TEMPLATE,
                      GObject)

/**
 * yc_certificate_template_new:
 * @body: (transfer none): the template as the catalog holds it (kind "template")
 * @error: return location, or %NULL
 *
 * Reads and checks a template: required members, types, paragraph styles, table columns, and the
 * grammar of every placeholder. A placeholder is `{path}` or `{path|filter|…}`; `{{` and `}}` are
 * plain braces. A path begins with one of applicant, agent, form, case, place, notice, serial,
 * issued_at, today; in a table's column, and in a text for each row of a group, it is looked up in the
 * row instead, and `{@index}` is the row's number from 1. Filters: `date` (2026年11月21日), `mask`, `number` (grouped digits),
 * `choice:value=words,value=words` and `default:words`.
 *
 * The result never changes: it may be used by several threads at once.
 *
 * Returns: (transfer full): the template, or %NULL with %YC_CERTIFICATE_ERROR_TEMPLATE
 */
YcCertificateTemplate *yc_certificate_template_new              (JsonNode               *body,
                                                                 GError                **error);
const char            *yc_certificate_template_get_id           (YcCertificateTemplate  *self);
YcTemplateUse          yc_certificate_template_get_use          (YcCertificateTemplate  *self);
/* The type part of its numbers; "" for a notice. */
const char            *yc_certificate_template_get_kind         (YcCertificateTemplate  *self);
const char            *yc_certificate_template_get_title        (YcCertificateTemplate  *self);

/**
 * yc_certificate_template_get_valid_months:
 * @self: a template
 *
 * Returns: how long the certificate is valid from its issue, in months; 0 for no limit
 */
guint                  yc_certificate_template_get_valid_months (YcCertificateTemplate  *self);

/**
 * yc_certificate_template_get_has_overprint:
 * @self: a template
 *
 * Returns: whether it can be printed on a form that is printed already
 */
gboolean               yc_certificate_template_get_has_overprint (YcCertificateTemplate *self);

/**
 * yc_certificate_template_list_paths:
 * @self: a template
 *
 * What the template asks of its data, so that a catalog can be checked against its forms: every
 * path outside tables, such as "form.meter_number", and for columns the rows' path, "[]" and the
 * column's path, such as "form.tenants[].name". Sorted, each once.
 *
 * Returns: (transfer full): the paths
 */
GStrv                  yc_certificate_template_list_paths       (YcCertificateTemplate  *self);

/**
 * yc_certificate_template_each_path:
 * @self: a template
 * @func: called for each
 * @user_data: for @func
 *
 * Goes through all placeholders, tables and photos in the template's order, with their places.
 */
void                   yc_certificate_template_each_path        (YcCertificateTemplate  *self,
                                                                 YcTemplatePathFunc      func,
                                                                 gpointer                user_data);

/**
 * yc_certificate_template_each_rule:
 * @self: a template
 * @func: called for each
 * @user_data: for @func
 *
 * Goes through the conditions of the blocks.
 */
void                   yc_certificate_template_each_rule        (YcCertificateTemplate  *self,
                                                                 YcTemplateRuleFunc      func,
                                                                 gpointer                user_data);

G_END_DECLS
