/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A case as the service keeps it. */
#include "yc-case-record.h"

YcCaseRecord *
yc_case_record_new (void)
{
  return g_new0 (YcCaseRecord, 1);
}

void
yc_case_record_free (YcCaseRecord *self)
{
  g_free (self->id);
  g_free (self->number);
  g_free (self->item);
  g_free (self->item_title);
  g_free (self->place);
  g_free (self->place_path);
  g_free (self->counter);
  g_free (self->clerk);
  g_free (self->clerk_name);
  g_free (self->person);
  g_clear_pointer (&self->applicant, json_object_unref);
  g_clear_pointer (&self->content, json_object_unref);
  g_clear_pointer (&self->steps, json_array_unref);
  g_free (self->review_path);
  g_free (self->submitted_at);
  g_free (self->updated_at);
  g_free (self);
}

/**
 * yc_case_record_get_level:
 * @self: a case
 *
 * Returns: the level of the step under way, that of the last step when the review is over
 */
const char *
yc_case_record_get_level (YcCaseRecord *self)
{
  guint n = json_array_get_length (self->steps);

  if (n == 0)
    return "";
  return json_array_get_string_element (self->steps, MIN (self->step, n - 1));
}
