/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was measured on a calibration sheet, as it is typed and as it is told. */
#include "yc-calibration-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Where the cross should be, in tenths of a millimetre. */
#define CROSS 200

gboolean
yc_calibration_words_read (const char *text, int *shift)
{
  g_autofree char *number = g_strdelimit (g_strstrip (g_strdup (text)), ",", '.');
  char *end;
  double mm = g_ascii_strtod (number, &end);

  if (end == number || *end != '\0' || !(mm >= 0 && mm <= (CROSS + YC_CALIBRATION_MOST) / 10.0))
    return FALSE;
  *shift = CROSS - (int) lround (mm * 10.0);
  return TRUE;
}

static char *
describe_across (int tenths)
{
  if (tenths >= 0)
    return g_strdup_printf (_ ("%.1f mm to the right"), tenths / 10.0);
  return g_strdup_printf (_ ("%.1f mm to the left"), -tenths / 10.0);
}

static char *
describe_down (int tenths)
{
  if (tenths >= 0)
    return g_strdup_printf (_ ("%.1f mm down"), tenths / 10.0);
  return g_strdup_printf (_ ("%.1f mm up"), -tenths / 10.0);
}

char *
yc_calibration_words_describe (const YcCalibration *calibration)
{
  g_autofree char *across = describe_across (calibration->x);
  g_autofree char *down = describe_down (calibration->y);

  if (calibration->x == 0 && calibration->y == 0)
    return g_strdup (_ ("Everything stays where the template has it."));
  /* Translators: such as: Everything goes 1.3 mm to the right and 0.7 mm up. */
  return g_strdup_printf (_ ("Everything goes %s and %s."), across, down);
}
