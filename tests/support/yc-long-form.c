/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A long flat form for measuring: text, number, choice and date in turn, all required. */
#include "yc-long-form.h"

#define N_GROUP 10

/* JSON text of a schema. */
char *
yc_long_form_create_schema (guint n_fields)
{
  static const char *const kinds[] = {
    "\"type\":\"string\",\"minLength\":1,\"maxLength\":40,\"pattern\":\"^[A-Z][a-z]+$\"",
    "\"type\":\"integer\",\"minimum\":0,\"maximum\":1000",
    "\"type\":\"string\",\"enum\":[\"one\",\"two\",\"three\",\"four\"]",
    "\"type\":\"string\",\"format\":\"date\"",
  };
  GString *text = g_string_new ("{\"type\":\"object\",\"title\":\"Long form\",\"properties\":{");

  for (guint i = 0; i < n_fields; i++)
    g_string_append_printf (text, "%s\n\"f%u\":{\"title\":\"Field %u\",%s}", i == 0 ? "" : ",", i,
                            i, kinds[i % G_N_ELEMENTS (kinds)]);
  g_string_append (text, "},\n\"required\":[");
  for (guint i = 0; i < n_fields; i++)
    g_string_append_printf (text, "%s\"f%u\"", i == 0 ? "" : ",", i);
  g_string_append (text, "]}\n");
  return g_string_free (text, FALSE);
}

/* JSON text of its layout: groups of ten. */
char *
yc_long_form_create_layout (guint n_fields)
{
  GString *text = g_string_new ("{\"type\":\"VerticalLayout\",\"elements\":[");

  for (guint i = 0; i < n_fields; i++)
    {
      if (i % N_GROUP == 0)
        g_string_append_printf (text, "%s\n{\"type\":\"Group\",\"label\":\"Group %u\",\"elements\":[",
                                i == 0 ? "" : "]},", i / N_GROUP + 1);
      g_string_append_printf (text, "%s{\"type\":\"Control\",\"scope\":\"#/properties/f%u\"}",
                              i % N_GROUP == 0 ? "" : ",", i);
    }
  g_string_append (text, "]}]}\n");
  return g_string_free (text, FALSE);
}
