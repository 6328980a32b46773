/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The computed fields of a form, in the order in which they depend on each other. */
#pragma once

#include <json-glib/json-glib.h>

#include "yc-form-guard-private.h"

G_BEGIN_DECLS

typedef struct _YcFormCalculations YcFormCalculations;

/* Called for each pointer whose value was changed; @value is in the data already, nullable. */
typedef void (*YcFormCalculated) (const char *pointer,
                                  JsonNode   *value,
                                  gpointer    user_data);

YcFormCalculations *yc_form_calculations_new               (JsonNode            *schema,
                                                            GError             **error);
void                yc_form_calculations_free              (YcFormCalculations  *self);
void                yc_form_calculations_set_today         (YcFormCalculations  *self,
                                                            const char          *today);
void                yc_form_calculations_run               (YcFormCalculations  *self,
                                                            JsonNode            *data,
                                                            JsonNode            *view,
                                                            const char          *changed,
                                                            YcFormCalculated     calculated,
                                                            gpointer             user_data);
void                yc_form_calculations_set_applies (YcFormCalculations *self,
                                                      YcFormApplies       applies,
                                                      gpointer            user_data);
const char         *yc_form_calculations_get_today         (YcFormCalculations  *self);
gboolean            yc_form_calculations_is_empty          (YcFormCalculations  *self);
guint64             yc_form_calculations_get_n_evaluations (YcFormCalculations  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcFormCalculations, yc_form_calculations_free)

G_END_DECLS
