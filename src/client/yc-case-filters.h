/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which cases a list shows. */
#pragma once

#include <glib-object.h>

#include "yc-case-state.h"

G_BEGIN_DECLS

/**
 * YcCaseFilters:
 * @state: a state, 0 for any
 * @cause: the cause of a return, 0 for any
 * @returned: only cases that were returned at least once
 * @reason: (nullable): the id of a return's reason
 * @item: (nullable): an item's code
 * @clerk: (nullable): the id of who took it in
 * @from: (nullable): first day, "YYYY-MM-DD"
 * @to: (nullable): last day, "YYYY-MM-DD"
 */
typedef struct
{
  YcCaseState  state;
  YcCause      cause;
  gboolean     returned;
  char        *reason;
  char        *item;
  char        *clerk;
  char        *from;
  char        *to;
} YcCaseFilters;

#define YC_TYPE_CASE_FILTERS (yc_case_filters_get_type ())

GType          yc_case_filters_get_type (void);
YcCaseFilters *yc_case_filters_new      (void);
YcCaseFilters *yc_case_filters_copy     (const YcCaseFilters *self);
void           yc_case_filters_free     (YcCaseFilters       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcCaseFilters, yc_case_filters_free)

G_END_DECLS
