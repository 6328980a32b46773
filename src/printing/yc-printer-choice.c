/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something that a printer has several of, to be chosen by a title: a size of paper, a tray. */
#include "yc-printer-choice.h"

typedef struct
{
  char *name;
  char *title;
} YcPrinterChoicePrivate;

typedef enum
{
  PROP_NAME = 1,
  PROP_TITLE,
} YcPrinterChoiceProperty;

static GParamSpec *properties[PROP_TITLE + 1];

G_DEFINE_TYPE_WITH_PRIVATE (YcPrinterChoice, yc_printer_choice, G_TYPE_OBJECT)

static YcPrinterChoicePrivate *
get_private (gpointer self)
{
  return yc_printer_choice_get_instance_private (self);
}

static void
yc_printer_choice_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  YcPrinterChoicePrivate *priv = get_private (object);

  switch ((YcPrinterChoiceProperty) prop_id)
    {
    case PROP_NAME:
      priv->name = g_value_dup_string (value);
      break;
    case PROP_TITLE:
      priv->title = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yc_printer_choice_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  YcPrinterChoicePrivate *priv = get_private (object);

  switch ((YcPrinterChoiceProperty) prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, priv->name);
      break;
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yc_printer_choice_finalize (GObject *object)
{
  YcPrinterChoicePrivate *priv = get_private (object);

  g_free (priv->name);
  g_free (priv->title);

  G_OBJECT_CLASS (yc_printer_choice_parent_class)->finalize (object);
}

static void
yc_printer_choice_class_init (YcPrinterChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = yc_printer_choice_set_property;
  object_class->get_property = yc_printer_choice_get_property;
  object_class->finalize = yc_printer_choice_finalize;
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yc_printer_choice_init (YcPrinterChoice *self)
{
}

const char *
yc_printer_choice_get_name (YcPrinterChoice *self)
{
  g_return_val_if_fail (YC_IS_PRINTER_CHOICE (self), NULL);

  return get_private (self)->name;
}

const char *
yc_printer_choice_get_title (YcPrinterChoice *self)
{
  g_return_val_if_fail (YC_IS_PRINTER_CHOICE (self), NULL);

  return get_private (self)->title;
}
