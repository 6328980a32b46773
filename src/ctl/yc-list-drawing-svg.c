/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The drawing of a question list as SVG: texts stay texts, so that they can be searched and copied. */
#include "yc-list-drawing-private.h"

#include <glib/gi18n.h>
#include <math.h>

#define CURVE 24.0
#define PADDING 7.0
#define SMALLEST_TEXT 5.0
#define LARGEST_SCALE 1.4
#define MARGIN 10
#define POINTS_PER_MM (72 / 25.4)

/* From small to large, in mm; a list that is taller than wide stands upright. */
static const struct
{
  int width;
  int height;
} papers[] = {
  { 297, 210 }, { 210, 297 }, { 420, 297 }, { 297, 420 }, { 594, 420 },
  { 420, 594 }, { 841, 594 }, { 594, 841 }, { 1189, 841 },
};

static const char style[] =
  "text{font-family:" YC_LIST_DRAWING_FONTS ";font-size:10px;fill:#1a1a1a}"
  ".code{font-weight:bold}.title{font-size:16px;font-weight:bold}.small{font-size:8px;fill:#555}"
  ".answer{fill:#1a5fb4}.line{fill:none;stroke:#77767b;stroke-width:1}.dot{fill:#77767b}"
  ".box{fill:#fff;stroke:#1a1a1a;stroke-width:1}.question .box{fill:#eaf2fb;stroke:#1a5fb4}"
  ".fact .box{fill:#f3f0ff;stroke:#613583}.item .box{fill:#eaf7ec;stroke:#26a269}"
  ".refusal .box{fill:#fdeee6;stroke:#c64600}"
  ".nothing .box{fill:#fff6e0;stroke:#a05a00}.list .box{fill:#f6f5f4;stroke:#3d3846}"
  ".dead-end .box{fill:#fde8e8;stroke:#c01c28;stroke-width:2}"
  ".unreached .box{stroke-dasharray:5 4;fill:#fff}.unreached text{fill:#77767b}";

static const char *const kinds[] = {
  NULL, "question", "fact", "item", "nothing", "refusal", "list", "dead-end",
};

/* Numbers have a point in every language. */
static void
add_number (GString    *svg,
            const char *name,
            double      number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (svg, " %s=\"%s\"", name,
                          g_ascii_formatd (text, sizeof text, "%.1f", number));
}

static void
add_point (GString    *svg,
           const char *command,
           double      x,
           double      y)
{
  char first[G_ASCII_DTOSTR_BUF_SIZE], second[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (svg, "%s%s,%s", command, g_ascii_formatd (first, sizeof first, "%.1f", x),
                          g_ascii_formatd (second, sizeof second, "%.1f", y));
}

static void
add_text (GString    *svg,
          const char *class,
          double      x,
          double      y,
          const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (svg, "<text");
  if (class != NULL)
    g_string_append_printf (svg, " class=\"%s\"", class);
  add_number (svg, "x", x);
  add_number (svg, "y", y);
  g_string_append_printf (svg, ">%s</text>\n", escaped);
}

static void
add_lines (GString    *svg,
           const char *class,
           double      x,
           double      top,
           GStrv       lines)
{
  for (guint i = 0; lines[i] != NULL; i++)
    add_text (svg, class, x, top + (i + 0.75) * YC_LIST_DRAWING_LINE, lines[i]);
}

static void
add_bend (GString *svg,
          double   x,
          double   y,
          double   to_x,
          double   to_y)
{
  double bend = MIN (CURVE, (to_x - x) / 2);

  add_point (svg, "C", x + bend, y);
  add_point (svg, " ", to_x - bend, to_y);
  add_point (svg, " ", to_x, to_y);
}

static void
add_curve (GString  *svg,
           double    x,
           double    y,
           double    to_x,
           double    to_y)
{
  g_string_append (svg, "<path class=\"line\" d=\"");
  add_point (svg, "M", x, y);
  add_bend (svg, x, y, to_x, to_y);
  g_string_append (svg, "\"/>\n");
}

static void
add_line (GString      *svg,
          const GArray *line)
{
  const YcListStretch *from = &g_array_index (line, YcListStretch, 0);

  g_string_append (svg, "<path class=\"line\" d=\"");
  add_point (svg, "M", from->x, from->y);
  for (guint i = 1; i < line->len; i++)
    {
      const YcListStretch *to = &g_array_index (line, YcListStretch, i);

      add_point (svg, "L", from->end, from->y);
      add_bend (svg, from->end, from->y, to->x, to->y);
      from = to;
    }
  g_string_append (svg, "\" marker-end=\"url(#arrow)\"/>\n");
}

/* Nothing more is asked, and nothing comes of it besides. */
static void
add_dot (GString *svg,
         double   x,
         double   y)
{
  g_string_append (svg, "<circle class=\"dot\" r=\"3\"");
  add_number (svg, "cx", x);
  add_number (svg, "cy", y);
  g_string_append (svg, "/>\n");
}

static void
add_branch (GString            *svg,
            const YcListBox    *box,
            const YcListBranch *branch)
{
  double x = box->x + box->width + YC_LIST_DRAWING_STEM;

  add_curve (svg, box->x + box->width, box->y, x - 3, branch->y);
  add_curve (svg, x + branch->width + 4, branch->y, box->out, branch->y);
  if (branch->targets->len == 0)
    add_dot (svg, box->out, branch->y);
}

static void
add_answers (GString            *svg,
             const YcListBox    *box,
             const YcListBranch *branch)
{
  double height = g_strv_length (branch->lines) * YC_LIST_DRAWING_LINE;

  g_string_append (svg, "<g class=\"way\">\n");
  add_lines (svg, "answer", box->x + box->width + YC_LIST_DRAWING_STEM, branch->y - height / 2, branch->lines);
  g_string_append (svg, "</g>\n");
}

/* Items have square corners, what is not needed is round, lists to go on with have a double side, what is
 * refused has one at the front: also without colours. */
static void
add_shape (GString         *svg,
           const YcListBox *box)
{
  double radius = box->kind == YC_LIST_BOX_NOTHING ? box->height / 2
                  : box->kind == YC_LIST_BOX_QUESTION || box->kind == YC_LIST_BOX_FACT ? 5 : 0;
  double side;

  g_string_append (svg, "<rect class=\"box\"");
  add_number (svg, "x", box->x);
  add_number (svg, "y", box->y - box->height / 2);
  add_number (svg, "width", box->width);
  add_number (svg, "height", box->height);
  add_number (svg, "rx", MIN (radius, 20));
  g_string_append (svg, "/>\n");
  if (box->kind != YC_LIST_BOX_LIST && box->kind != YC_LIST_BOX_REFUSAL)
    return;
  side = box->x + (box->kind == YC_LIST_BOX_LIST ? box->width - 4 : 4);
  g_string_append (svg, "<path class=\"line\" d=\"");
  add_point (svg, "M", side, box->y - box->height / 2);
  add_point (svg, "L", side, box->y + box->height / 2);
  g_string_append (svg, "\"/>\n");
}

static void
add_box (GString         *svg,
         const YcListBox *box)
{
  double x = box->x + PADDING + (box->kind == YC_LIST_BOX_NOTHING ? 6 : 0);
  double top = box->y - box->height / 2 + PADDING;

  g_string_append_printf (svg, "<g class=\"%s%s\" data-number=\"%u\">\n", kinds[box->kind],
                          box->reached ? "" : " unreached", box->number);
  add_shape (svg, box);
  if (box->code != NULL)
    {
      add_lines (svg, "code", x, top, box->code);
      top += g_strv_length (box->code) * YC_LIST_DRAWING_LINE;
    }
  add_lines (svg, NULL, x, top, box->lines);
  g_string_append (svg, "</g>\n");
}

/* The smallest paper on which the text can be read. */
static guint
choose_paper (const YcListDrawing *self,
              double              *scale)
{
  guint paper = 0;

  for (;; paper++)
    {
      *scale = MIN ((papers[paper].width - 2 * MARGIN) * POINTS_PER_MM / self->width,
                    (papers[paper].height - 2 * MARGIN) * POINTS_PER_MM / self->height);
      *scale = MIN (*scale, LARGEST_SCALE);
      if (*scale * YC_LIST_DRAWING_TEXT >= SMALLEST_TEXT || paper + 1 == G_N_ELEMENTS (papers))
        return paper;
    }
}

static void
begin (GString             *svg,
       const YcListDrawing *self)
{
  double scale;
  guint paper = choose_paper (self, &scale);
  int margin = (int) (MARGIN * POINTS_PER_MM / scale);

  g_string_append (svg, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<svg xmlns=\"http://www.w3.org/2000/svg\"");
  g_string_append_printf (svg, " width=\"%dmm\" height=\"%dmm\" viewBox=\"%d %d %d %d\">\n",
                          papers[paper].width, papers[paper].height, -margin, -margin,
                          (int) ceil (papers[paper].width * POINTS_PER_MM / scale),
                          (int) ceil (papers[paper].height * POINTS_PER_MM / scale));
}

static void
add_legend (GString             *svg,
            const YcListDrawing *self)
{
  add_text (svg, "small", 23, self->height - 8,
            _("Blue: a question and its answers. Violet: the way parts by what may be known "
              "already. Green: an item. Orange, barred: an item that cannot be had, or not yet. "
              "Round: nothing is needed. Grey: another list. Dashed: no answers lead there. Red: "
              "answers that lead nowhere. Dot: nothing more."));
}

char *
yc_list_drawing_write (YcListDrawing *self)
{
  g_autoptr (GString) svg = g_string_new (NULL);
  g_autofree char *title = g_markup_escape_text (self->title, -1);

  begin (svg, self);
  g_string_append_printf (svg, "<title>%s</title>\n<style>%s</style>\n"
                               "<defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" "
                               "markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\">"
                               "<path d=\"M0,0L8,4L0,8z\" fill=\"#77767b\"/></marker></defs>\n",
                          title, style);
  g_string_append (svg, "<rect x=\"-9999\" y=\"-9999\" width=\"29999\" height=\"29999\" "
                        "fill=\"#fff\"/>\n");
  add_text (svg, "title", 23, 22, self->title);
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const YcListBox *box = self->boxes->pdata[i];

      for (guint j = 0; j < box->branches->len; j++)
        add_branch (svg, box, box->branches->pdata[j]);
    }
  for (guint i = 0; i < self->lines->len; i++)
    add_line (svg, self->lines->pdata[i]);
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const YcListBox *box = self->boxes->pdata[i];

      add_box (svg, box);
      for (guint j = 0; j < box->branches->len; j++)
        add_answers (svg, box, box->branches->pdata[j]);
    }
  add_legend (svg, self);
  g_string_append (svg, "</svg>\n");
  return g_strdup (svg->str);
}
