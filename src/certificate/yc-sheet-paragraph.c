/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paragraphs of a certificate: as wide as the text, or narrower as long as a photo stands beside them. */
#include "yc-sheet-body-private.h"

#include <math.h>

typedef struct
{
  YcSheetFont  font;
  YcSheetAlign align;
  double       indent;
  double       grey;
} Manner;

static GArray *
set_lines (YcSheetBody *self, const char *text, const Manner *manner, double width, GError **error)
{
  return yc_sheet_set_text (self->context, text, &manner->font, manner->align, manner->indent,
                            width, error);
}

static gboolean
add_wide (YcSheetBody *self, const char *text, const Manner *manner, GError **error)
{
  double width = yc_sheet_page_get_text_width (yc_sheet_body_get_paper (self));
  GArray *lines = set_lines (self, text, manner, width, error);

  if (lines == NULL)
    return FALSE;
  yc_flow_add_lines (self->flow, lines, manner->font.leading, manner->grey);

  return TRUE;
}

/* (transfer full) (element-type YcTextRange): what is left of @wholes when the first @cut bytes are gone */
static GArray *
shift_ranges (const GArray *wholes, guint cut)
{
  GArray *shifted = g_array_new (FALSE, FALSE, sizeof (YcTextRange));

  for (guint i = 0; wholes != NULL && i < wholes->len; i++)
    {
      YcTextRange range = g_array_index (wholes, YcTextRange, i);

      if (range.end <= cut)
        continue;
      range.start = MAX (range.start, cut) - cut;
      range.end -= cut;
      g_array_append_val (shifted, range);
    }

  return shifted;
}

/* The photo ends before the paragraph does. */
static gboolean
add_rest (YcSheetBody *self, const char *text, guint cut, const Manner *manner, GError **error)
{
  g_autoptr (GArray) wholes = shift_ranges (manner->font.wholes, cut);
  Manner rest = *manner;

  self->beside_height = 0.0;
  rest.font.wholes = wholes;
  rest.indent = 0.0;

  return add_wide (self, text + cut, &rest, error);
}

/* The lines beside the photo stay on its page. */
static gboolean
add_narrow (YcSheetBody *self, const char *text, const Manner *manner, GError **error)
{
  double width = yc_sheet_page_get_text_width (yc_sheet_body_get_paper (self));
  guint n_beside = (guint) ceil (self->beside_height / manner->font.leading);
  GArray *lines = set_lines (self, text, manner, width - self->beside_width, error);
  guint n_lines, cut = 0;

  if (lines == NULL)
    return FALSE;
  if (lines->len > n_beside)
    {
      cut = (guint) g_array_index (lines, YcSheetLine, n_beside).line->start_index;
      g_array_set_size (lines, n_beside);
    }
  n_lines = lines->len;
  yc_flow_add_lines (self->flow, lines, manner->font.leading, manner->grey);
  yc_flow_keep_last (self->flow, n_lines);
  self->beside_height = MAX (0.0, self->beside_height - n_lines * manner->font.leading);

  return cut == 0 || add_rest (self, text, cut, manner, error);
}

gboolean
yc_sheet_body_add_grey (YcSheetBody        *self,
                        const char         *text,
                        const YcSheetFont  *font,
                        YcSheetAlign        align,
                        double              indent,
                        double              grey,
                        GError            **error)
{
  const Manner manner = { *font, align, indent, grey };

  if (align == YC_SHEET_CENTRE || align == YC_SHEET_RIGHT)
    yc_sheet_body_clear_side (self);

  return self->beside_height > 0.0 ? add_narrow (self, text, &manner, error)
                                   : add_wide (self, text, &manner, error);
}

gboolean
yc_sheet_body_add_text (YcSheetBody        *self,
                        const char         *text,
                        const YcSheetFont  *font,
                        YcSheetAlign        align,
                        double              indent,
                        GError            **error)
{
  return yc_sheet_body_add_grey (self, text, font, align, indent, 0.0, error);
}

/* What comes next begins below the photo. */
void
yc_sheet_body_clear_side (YcSheetBody *self)
{
  if (self->beside_height > 0.0)
    yc_flow_add_gap (self->flow, self->beside_height);
  self->beside_height = 0.0;
}
