/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a page, and where each of its characters stands. */
#include "yc-page-text.h"

#include <float.h>
#include <math.h>

#include "yc-folded-text.h"

struct _YcPageText
{
  GObject       parent_instance;
  char         *text;
  guint         length; /* in characters */
  GArray       *areas;  /* of YcPageArea */
  YcFoldedText *folded; /* made when something is looked for */
};

G_DEFINE_FINAL_TYPE (YcPageText, yc_page_text, G_TYPE_OBJECT)

static const YcPageArea *
get_area (YcPageText *self, guint character)
{
  const YcPageArea *area =
      character < self->areas->len ? &g_array_index (self->areas, YcPageArea, character) : NULL;

  /* Written so that what is not a number is none, too. */
  return area != NULL && area->right > area->left && area->bottom > area->top ? area : NULL;
}

static gboolean
is_same_line (const YcPageArea *line, const YcPageArea *area)
{
  float height = MIN (line->bottom - line->top, area->bottom - area->top);
  float shared = MIN (line->bottom, area->bottom) - MAX (line->top, area->top);

  return shared > height / 2 && area->left >= line->left && area->left - line->right < height * 2;
}

static void
extend (YcPageArea *line, const YcPageArea *area)
{
  line->top = MIN (line->top, area->top);
  line->right = MAX (line->right, area->right);
  line->bottom = MAX (line->bottom, area->bottom);
}

static void
yc_page_text_finalize (GObject *object)
{
  YcPageText *self = YC_PAGE_TEXT (object);

  g_free (self->text);
  g_array_unref (self->areas);
  g_clear_pointer (&self->folded, yc_folded_text_free);

  G_OBJECT_CLASS (yc_page_text_parent_class)->finalize (object);
}

static void
yc_page_text_class_init (YcPageTextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_page_text_finalize;
}

static void
yc_page_text_init (YcPageText *self)
{
}

YcPageText *
yc_page_text_new (const char *text, GArray *areas)
{
  YcPageText *self;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (areas != NULL, NULL);

  self = g_object_new (YC_TYPE_PAGE_TEXT, NULL);
  self->text = g_strdup (text);
  self->length = (guint) g_utf8_strlen (text, -1);
  self->areas = g_array_ref (areas);
  return self;
}

const char *
yc_page_text_get_text (YcPageText *self)
{
  g_return_val_if_fail (YC_IS_PAGE_TEXT (self), NULL);

  return self->text;
}

guint
yc_page_text_get_length (YcPageText *self)
{
  g_return_val_if_fail (YC_IS_PAGE_TEXT (self), 0);

  return self->length;
}

gboolean
yc_page_text_get_area (YcPageText *self, guint character, YcPageArea *area)
{
  const YcPageArea *found;

  g_return_val_if_fail (YC_IS_PAGE_TEXT (self), FALSE);

  found = get_area (self, character);
  if (found != NULL)
    *area = *found;
  return found != NULL;
}

char *
yc_page_text_copy (YcPageText *self, guint first, guint n)
{
  g_return_val_if_fail (YC_IS_PAGE_TEXT (self), NULL);

  first = MIN (first, self->length);
  n = MIN (n, self->length - first);
  return g_utf8_substring (self->text, first, first + n);
}

GArray *
yc_page_text_list_areas (YcPageText *self, guint first, guint n)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (YcPageArea));

  g_return_val_if_fail (YC_IS_PAGE_TEXT (self), lines);

  first = MIN (first, self->length);
  n = MIN (n, self->length - first);
  for (guint i = first; i < first + n; i++)
    {
      const YcPageArea *area = get_area (self, i);
      YcPageArea *line =
          lines->len > 0 ? &g_array_index (lines, YcPageArea, lines->len - 1) : NULL;

      if (area == NULL)
        continue;
      if (line != NULL && is_same_line (line, area))
        extend (line, area);
      else
        g_array_append_vals (lines, area, 1);
    }
  return lines;
}

/* How far a point is from a line and then from the character: nobody means the line below. */
static double
measure_distance (const YcPageArea *area, double x, double y)
{
  double across = MAX (MAX (area->left - x, x - area->right), 0);
  double down = MAX (MAX (area->top - y, y - area->bottom), 0);

  return across + 20 * down;
}

guint
yc_page_text_find_character (YcPageText *self, double x, double y)
{
  double least = DBL_MAX;
  guint found = 0;

  g_return_val_if_fail (YC_IS_PAGE_TEXT (self), 0);

  for (guint i = 0; i < self->length; i++)
    {
      const YcPageArea *area = get_area (self, i);
      double distance = area != NULL ? measure_distance (area, x, y) : DBL_MAX;

      if (distance < least)
        {
          least = distance;
          found = i;
        }
    }
  return found;
}

GArray *
yc_page_text_find (YcPageText *self, const char *words)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (YcFoldedText) folded = NULL;
  guint position = 0, first, n;

  g_return_val_if_fail (YC_IS_PAGE_TEXT (self), places);
  g_return_val_if_fail (words != NULL, places);

  if (self->folded == NULL)
    self->folded = yc_folded_text_new (self->text);
  folded = yc_folded_text_new (words);
  while (yc_folded_text_find (self->folded, folded, &position, &first, &n))
    {
      g_array_append_val (places, first);
      g_array_append_val (places, n);
    }
  return places;
}
