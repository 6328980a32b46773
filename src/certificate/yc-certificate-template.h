/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A certificate's template: its words, tables and conditions, checked once when it is read. */
#pragma once

#include <glib-object.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define YC_TYPE_CERTIFICATE_TEMPLATE (yc_certificate_template_get_type ())

G_DECLARE_FINAL_TYPE (YcCertificateTemplate, yc_certificate_template, YC, CERTIFICATE_TEMPLATE,
                      GObject)

/**
 * yc_certificate_template_new:
 * @body: (transfer none): the template as the catalog holds it (kind "template")
 * @error: return location, or %NULL
 *
 * Reads and checks a template: required members, types, paragraph styles, table columns, and the
 * grammar of every placeholder. A placeholder is `{path}` or `{path|filter|…}`; `{{` and `}}` are
 * plain braces. A path begins with one of applicant, agent, form, case, place, serial, issued_at,
 * today; in a table's column it is looked up in the row instead, and `{@index}` is the row's number
 * from 1. Filters: `date` (2026年11月21日), `mask`, `number` (grouped digits),
 * `choice:value=words,value=words` and `default:words`.
 *
 * The result never changes: it may be used by several threads at once.
 *
 * Returns: (transfer full): the template, or %NULL with %YC_CERTIFICATE_ERROR_TEMPLATE
 */
YcCertificateTemplate *yc_certificate_template_new              (JsonNode               *body,
                                                                 GError                **error);
const char            *yc_certificate_template_get_id           (YcCertificateTemplate  *self);
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

G_END_DECLS
