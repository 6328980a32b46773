/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A saved plan as the service keeps it. */
#include "yc-plan-record.h"

YcPlanRecord *
yc_plan_record_new (void)
{
  return g_new0 (YcPlanRecord, 1);
}

void
yc_plan_record_free (YcPlanRecord *self)
{
  char *const texts[] = {
    self->id, self->number, self->local_number, self->title, self->person, self->place,
    self->place_path, self->counter, self->clerk, self->clerk_name, self->holder,
    self->holder_name, self->holder_path, self->saved_at, self->updated_at,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_clear_pointer (&self->citizen, json_object_unref);
  g_clear_pointer (&self->content, json_object_unref);
  g_free (self);
}
