/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the forms room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YcFormsError:
 * @YC_FORMS_ERROR_SCHEMA: a schema is malformed; the message names the place as a JSON Pointer.
 * @YC_FORMS_ERROR_REFERENCE: a schema refers to a document or place that is not in the registry.
 * @YC_FORMS_ERROR_PATTERN: a regular expression does not compile.
 * @YC_FORMS_ERROR_LIMIT: a schema, layout or document is nested too deeply or is too large.
 * @YC_FORMS_ERROR_LAYOUT: a layout is malformed; the message names the place as a JSON Pointer.
 * @YC_FORMS_ERROR_SCOPE: a layout's scope, a rule or a pointer names no field of the form.
 * @YC_FORMS_ERROR_CYCLE: calculated fields depend on each other in a circle.
 * @YC_FORMS_ERROR_READ_ONLY: a computed field cannot be set.
 * @YC_FORMS_ERROR_DATA: the data is not of the shape the form holds (an object at the top).
 */
typedef enum
{
  YC_FORMS_ERROR_SCHEMA = 1,
  YC_FORMS_ERROR_REFERENCE,
  YC_FORMS_ERROR_PATTERN,
  YC_FORMS_ERROR_LIMIT,
  YC_FORMS_ERROR_LAYOUT,
  YC_FORMS_ERROR_SCOPE,
  YC_FORMS_ERROR_CYCLE,
  YC_FORMS_ERROR_READ_ONLY,
  YC_FORMS_ERROR_DATA,
} YcFormsError;

#define YC_FORMS_ERROR (yc_forms_error_quark ())

GQuark yc_forms_error_quark (void);

G_END_DECLS
