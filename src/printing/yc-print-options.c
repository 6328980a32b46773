/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked of a printer for one document. */
#include "yc-print-options.h"

#include <glib/gi18n-lib.h>

G_DEFINE_BOXED_TYPE (YcPrintOptions, yc_print_options, yc_print_options_copy, yc_print_options_free)

static const struct
{
  YcPrintSides sides;
  const char  *keyword;
  const char  *title;
} sides_table[] = {
  { YC_PRINT_SIDES_ONE, "one-sided", N_("One side") },
  { YC_PRINT_SIDES_LONG_EDGE, "two-sided-long-edge", N_("Both sides, long edge") },
  { YC_PRINT_SIDES_SHORT_EDGE, "two-sided-short-edge", N_("Both sides, short edge") },
};

YcPrintOptions *
yc_print_options_new (const char *print_id)
{
  YcPrintOptions *self = g_new0 (YcPrintOptions, 1);

  self->print_id = g_strdup (print_id);
  self->sides = YC_PRINT_SIDES_ONE;
  self->copies = 1;
  return self;
}

YcPrintOptions *
yc_print_options_copy (const YcPrintOptions *self)
{
  YcPrintOptions *copy = g_memdup2 (self, sizeof *self);

  copy->print_id = g_strdup (self->print_id);
  copy->paper = g_strdup (self->paper);
  copy->source = g_strdup (self->source);
  copy->pages = g_strdup (self->pages);
  return copy;
}

void
yc_print_options_free (YcPrintOptions *self)
{
  g_free (self->print_id);
  g_free (self->paper);
  g_free (self->source);
  g_free (self->pages);
  g_free (self);
}

const char *
yc_print_sides_to_keyword (YcPrintSides sides)
{
  for (guint i = 0; i < G_N_ELEMENTS (sides_table); i++)
    if (sides_table[i].sides == sides)
      return sides_table[i].keyword;
  g_return_val_if_reached (sides_table[0].keyword);
}

YcPrintSides
yc_print_sides_from_keyword (const char *keyword)
{
  for (guint i = 0; i < G_N_ELEMENTS (sides_table); i++)
    if (g_strcmp0 (sides_table[i].keyword, keyword) == 0)
      return sides_table[i].sides;
  return 0;
}

const char *
yc_print_sides_get_title (YcPrintSides sides)
{
  for (guint i = 0; i < G_N_ELEMENTS (sides_table); i++)
    if (sides_table[i].sides == sides)
      return _(sides_table[i].title);
  g_return_val_if_reached ("");
}
