/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which cases a list shows. */
#include "yc-case-filters.h"

G_DEFINE_BOXED_TYPE (YcCaseFilters, yc_case_filters, yc_case_filters_copy, yc_case_filters_free)

/**
 * yc_case_filters_new:
 *
 * Returns: (transfer full): filters that let every case through
 */
YcCaseFilters *
yc_case_filters_new (void)
{
  return g_new0 (YcCaseFilters, 1);
}

YcCaseFilters *
yc_case_filters_copy (const YcCaseFilters *self)
{
  YcCaseFilters *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->reason = g_strdup (self->reason);
  copy->item = g_strdup (self->item);
  copy->clerk = g_strdup (self->clerk);
  copy->from = g_strdup (self->from);
  copy->to = g_strdup (self->to);
  return copy;
}

void
yc_case_filters_free (YcCaseFilters *self)
{
  if (self == NULL)
    return;
  g_free (self->reason);
  g_free (self->item);
  g_free (self->clerk);
  g_free (self->from);
  g_free (self->to);
  g_free (self);
}
