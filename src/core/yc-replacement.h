/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A certificate that nobody needs any more, and what stands in its place. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define YC_TYPE_REPLACEMENT (yc_replacement_get_type ())

G_DECLARE_FINAL_TYPE (YcReplacement, yc_replacement, YC, REPLACEMENT, GObject)

/**
 * YcReplacementWay:
 * @YC_REPLACEMENT_ABOLISHED: nothing is asked for any more (一律取消).
 * @YC_REPLACEMENT_CHECKED: the department looks the data up itself.
 * @YC_REPLACEMENT_DECLARATION: the applicant's signed promise is enough (告知承诺).
 * @YC_REPLACEMENT_E_CERTIFICATE: a document or e-certificate that the citizen has is enough.
 */
typedef enum
{
  YC_REPLACEMENT_ABOLISHED = 1,
  YC_REPLACEMENT_CHECKED,
  YC_REPLACEMENT_DECLARATION,
  YC_REPLACEMENT_E_CERTIFICATE,
} YcReplacementWay;

/**
 * yc_replacement_new_from_json:
 * @json: a replacement as in the catalog; referenced, not to be changed any more
 * @error: return location for an error
 *
 * Makes an unchanging replacement. What the getters tell is also a property of the same name.
 *
 * Returns: (transfer full): a replacement, or %NULL with %YC_CORE_ERROR_CATALOG
 */
YcReplacement *yc_replacement_new_from_json (JsonObject *json,
                                             GError **error);

/**
 * yc_replacement_get_id:
 * @self: a replacement
 *
 * Returns: the id
 */
const char *yc_replacement_get_id (YcReplacement *self);

/**
 * yc_replacement_get_title:
 * @self: a replacement
 *
 * Returns: the name of the certificate that is not needed
 */
const char *yc_replacement_get_title (YcReplacement *self);

/**
 * yc_replacement_get_aliases:
 * @self: a replacement
 *
 * Returns: other names that people use
 */
const char *const *yc_replacement_get_aliases (YcReplacement *self);

/**
 * yc_replacement_get_way:
 * @self: a replacement
 *
 * Returns: what replaces it
 */
YcReplacementWay yc_replacement_get_way (YcReplacement *self);

/**
 * yc_replacement_get_way_title:
 * @self: a replacement
 *
 * Returns: the way in translated words
 */
const char *yc_replacement_get_way_title (YcReplacement *self);

/**
 * yc_replacement_get_rule_title:
 * @self: a replacement
 *
 * Returns: which of the six rules of abolishing (六个一律取消) it rests on, in translated words; ""
 *   when not said
 */
const char *yc_replacement_get_rule_title (YcReplacement *self);

/**
 * yc_replacement_get_explanation:
 * @self: a replacement
 *
 * Returns: why nothing is needed, "" when not said
 */
const char *yc_replacement_get_explanation (YcReplacement *self);

/**
 * yc_replacement_get_what_instead:
 * @self: a replacement
 *
 * Returns: what the citizen does instead, "" for nothing
 */
const char *yc_replacement_get_what_instead (YcReplacement *self);

/**
 * yc_replacement_get_declaration:
 * @self: a replacement
 *
 * Returns: what the applicant promises to be true, with room to fill in; "" when there is none
 */
const char *yc_replacement_get_declaration (YcReplacement *self);

/**
 * yc_replacement_get_sample:
 * @self: a replacement
 *
 * Returns: whether it is invented for the demo
 */
gboolean yc_replacement_get_sample (YcReplacement *self);

/**
 * yc_replacement_get_json:
 * @self: a replacement
 *
 * Returns: (transfer none): the whole replacement; not to be changed
 */
JsonObject *yc_replacement_get_json (YcReplacement *self);

G_END_DECLS
