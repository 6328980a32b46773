/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tray, or another place where a printer takes paper from. */
#include "yc-paper-source.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  const char *title;
} common[] = {
  { YC_PAPER_SOURCE_AUTO, N_("The printer chooses") },
  { "manual", N_("Fed by hand") },
  { "by-pass-tray", N_("Bypass tray") },
  { "multipurpose", N_("Bypass tray") },
  { "main", N_("Main tray") },
  { "alternate", N_("Other tray") },
  { "top", N_("Upper tray") },
  { "middle", N_("Middle tray") },
  { "bottom", N_("Lower tray") },
  { "rear", N_("Rear tray") },
  { "large-capacity", N_("Large tray") },
  { "envelope", N_("Envelope tray") },
};

struct _YcPaperSource
{
  GObject parent_instance;
  char   *name;
  char   *title;
};

typedef enum
{
  PROP_NAME = 1,
  PROP_TITLE,
} YcPaperSourceProperty;

#define N_PROPS (PROP_TITLE + 1)

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (YcPaperSource, yc_paper_source, G_TYPE_OBJECT)

static char *
make_title (const char *name)
{
  guint64 number;

  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    if (g_str_equal (common[i].name, name))
      return g_strdup (_(common[i].title));
  if (g_str_has_prefix (name, "tray-") &&
      g_ascii_string_to_unsigned (name + strlen ("tray-"), 10, 1, 99, &number, NULL))
    /* Translators: a printer's paper tray, by its number */
    return g_strdup_printf (_("Tray %u"), (guint) number);
  return g_strdup (name);
}

static void
yc_paper_source_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  YcPaperSource *self = YC_PAPER_SOURCE (object);

  switch ((YcPaperSourceProperty) prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yc_paper_source_finalize (GObject *object)
{
  YcPaperSource *self = YC_PAPER_SOURCE (object);

  g_free (self->name);
  g_free (self->title);
  G_OBJECT_CLASS (yc_paper_source_parent_class)->finalize (object);
}

static void
yc_paper_source_class_init (YcPaperSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = yc_paper_source_get_property;
  object_class->finalize = yc_paper_source_finalize;
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
yc_paper_source_init (YcPaperSource *self)
{
}

YcPaperSource *
yc_paper_source_new (const char *name)
{
  YcPaperSource *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (YC_TYPE_PAPER_SOURCE, NULL);
  self->name = g_strdup (name);
  self->title = make_title (name);
  return self;
}

const char *
yc_paper_source_get_name (YcPaperSource *self)
{
  g_return_val_if_fail (YC_IS_PAPER_SOURCE (self), NULL);

  return self->name;
}

const char *
yc_paper_source_get_title (YcPaperSource *self)
{
  g_return_val_if_fail (YC_IS_PAPER_SOURCE (self), NULL);

  return self->title;
}
