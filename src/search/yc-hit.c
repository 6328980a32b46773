/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One hit of a search: what was found, and where in it the query stands. */
#include "yc-hit.h"

struct _YcHit
{
  GObject  parent_instance;

  char    *kind;
  char    *id;
  char    *title;
  char    *snippet;
  double   score;
  GArray  *title_ranges;
  GArray  *snippet_ranges;
};

G_DEFINE_FINAL_TYPE (YcHit, yc_hit, G_TYPE_OBJECT)

typedef enum
{
  PROP_KIND = 1,
  PROP_ID,
  PROP_TITLE,
  PROP_SNIPPET,
  PROP_SCORE,
  PROP_TITLE_MARKUP,
  PROP_SNIPPET_MARKUP,
} YcHitProperty;

static GParamSpec *properties[PROP_SNIPPET_MARKUP + 1];

static void
append_escaped (GString    *markup,
                const char *text,
                gsize       length)
{
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) length);

  g_string_append (markup, escaped);
}

static char *
mark_up (const char *text,
         GArray     *ranges)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  const char *rest = text;

  for (guint i = 0; i < ranges->len; i++)
    {
      YcTextRange *range = &g_array_index (ranges, YcTextRange, i);

      append_escaped (markup, rest, text + range->start - rest);
      g_string_append (markup, "<b>");
      append_escaped (markup, text + range->start, range->length);
      g_string_append (markup, "</b>");
      rest = text + range->start + range->length;
    }
  append_escaped (markup, rest, strlen (rest));
  return g_string_free (g_steal_pointer (&markup), FALSE);
}

static GArray *
copy_ranges (GArray *ranges)
{
  return ranges != NULL ? g_array_ref (ranges) : g_array_new (FALSE, FALSE, sizeof (YcTextRange));
}

static void
yc_hit_finalize (GObject *object)
{
  YcHit *self = YC_HIT (object);

  g_clear_pointer (&self->kind, g_free);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->snippet, g_free);
  g_clear_pointer (&self->title_ranges, g_array_unref);
  g_clear_pointer (&self->snippet_ranges, g_array_unref);

  G_OBJECT_CLASS (yc_hit_parent_class)->finalize (object);
}

static void
yc_hit_get_property (GObject    *object,
                     guint       prop_id,
                     GValue     *value,
                     GParamSpec *pspec)
{
  YcHit *self = YC_HIT (object);

  switch ((YcHitProperty) prop_id)
    {
    case PROP_KIND:
      g_value_set_string (value, self->kind);
      break;
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SNIPPET:
      g_value_set_string (value, self->snippet);
      break;
    case PROP_SCORE:
      g_value_set_double (value, self->score);
      break;
    case PROP_TITLE_MARKUP:
      g_value_take_string (value, yc_hit_dup_title_markup (self));
      break;
    case PROP_SNIPPET_MARKUP:
      g_value_take_string (value, yc_hit_dup_snippet_markup (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static GParamSpec *
make_string (const char *name)
{
  return g_param_spec_string (name, NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
yc_hit_class_init (YcHitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = yc_hit_finalize;
  object_class->get_property = yc_hit_get_property;

  properties[PROP_KIND] = make_string ("kind");
  properties[PROP_ID] = make_string ("id");
  properties[PROP_TITLE] = make_string ("title");
  properties[PROP_SNIPPET] = make_string ("snippet");
  properties[PROP_SCORE] = g_param_spec_double ("score", NULL, NULL, 0, G_MAXDOUBLE, 0,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE_MARKUP] = make_string ("title-markup");
  properties[PROP_SNIPPET_MARKUP] = make_string ("snippet-markup");

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yc_hit_init (YcHit *self)
{
}

YcHit *
yc_hit_new (const char *kind,
            const char *id,
            const char *title,
            const char *snippet,
            double      score,
            GArray     *title_ranges,
            GArray     *snippet_ranges)
{
  YcHit *self;

  g_return_val_if_fail (kind != NULL && id != NULL && title != NULL, NULL);

  self = g_object_new (YC_TYPE_HIT, NULL);
  self->kind = g_strdup (kind);
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->snippet = g_strdup (snippet != NULL ? snippet : "");
  self->score = score;
  self->title_ranges = copy_ranges (title_ranges);
  self->snippet_ranges = copy_ranges (snippet_ranges);
  return self;
}

const char *
yc_hit_get_kind (YcHit *self)
{
  g_return_val_if_fail (YC_IS_HIT (self), NULL);

  return self->kind;
}

const char *
yc_hit_get_id (YcHit *self)
{
  g_return_val_if_fail (YC_IS_HIT (self), NULL);

  return self->id;
}

const char *
yc_hit_get_title (YcHit *self)
{
  g_return_val_if_fail (YC_IS_HIT (self), NULL);

  return self->title;
}

const char *
yc_hit_get_snippet (YcHit *self)
{
  g_return_val_if_fail (YC_IS_HIT (self), NULL);

  return self->snippet;
}

double
yc_hit_get_score (YcHit *self)
{
  g_return_val_if_fail (YC_IS_HIT (self), 0);

  return self->score;
}

const YcTextRange *
yc_hit_get_title_ranges (YcHit *self,
                         gsize *n_ranges)
{
  g_return_val_if_fail (YC_IS_HIT (self), NULL);
  g_return_val_if_fail (n_ranges != NULL, NULL);

  *n_ranges = self->title_ranges->len;
  return (const YcTextRange *) (gpointer) self->title_ranges->data;
}

const YcTextRange *
yc_hit_get_snippet_ranges (YcHit *self,
                           gsize *n_ranges)
{
  g_return_val_if_fail (YC_IS_HIT (self), NULL);
  g_return_val_if_fail (n_ranges != NULL, NULL);

  *n_ranges = self->snippet_ranges->len;
  return (const YcTextRange *) (gpointer) self->snippet_ranges->data;
}

char *
yc_hit_dup_title_markup (YcHit *self)
{
  g_return_val_if_fail (YC_IS_HIT (self), NULL);

  return mark_up (self->title, self->title_ranges);
}

char *
yc_hit_dup_snippet_markup (YcHit *self)
{
  g_return_val_if_fail (YC_IS_HIT (self), NULL);

  return mark_up (self->snippet, self->snippet_ranges);
}
