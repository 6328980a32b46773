/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Short ways to describe the read-only properties of unchanging objects. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define YC_PROPERTY_FLAGS (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS)

static inline GParamSpec *
yc_property_string (const char *name)
{
  return g_param_spec_string (name, NULL, NULL, NULL, YC_PROPERTY_FLAGS);
}

static inline GParamSpec *
yc_property_boolean (const char *name)
{
  return g_param_spec_boolean (name, NULL, NULL, FALSE, YC_PROPERTY_FLAGS);
}

static inline GParamSpec *
yc_property_uint (const char *name)
{
  return g_param_spec_uint (name, NULL, NULL, 0, G_MAXUINT, 0, YC_PROPERTY_FLAGS);
}

static inline GParamSpec *
yc_property_int64 (const char *name)
{
  return g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, 0, YC_PROPERTY_FLAGS);
}

static inline GParamSpec *
yc_property_double (const char *name)
{
  return g_param_spec_double (name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, YC_PROPERTY_FLAGS);
}

static inline GParamSpec *
yc_property_boxed (const char *name,
                   GType       type)
{
  return g_param_spec_boxed (name, NULL, NULL, type, YC_PROPERTY_FLAGS);
}

static inline GParamSpec *
yc_property_object (const char *name,
                    GType       type)
{
  return g_param_spec_object (name, NULL, NULL, type, YC_PROPERTY_FLAGS);
}

G_END_DECLS
