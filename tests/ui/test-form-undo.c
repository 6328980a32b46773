/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undoing and redoing, by key presses, what was filled in with each kind of editor, and rows. */
#include "yc-test-form.h"

#include "yc-json.h"

#define EDITORS YC_TEST_FORMS "/editors"
#define STRUCTURE YC_TEST_FORMS "/structure"

/* A field of each kind and what is typed into it. */
static const struct
{
  const char *pointer;
  const char *keys;
} TYPED[] = {
  { "/name", "li" },
  { "/id_number", "99010119800101009x" },
  { "/birth", "20261122" },
  { "/at", "2026-11-22 1430" },
  { "/opens", "830" },
  { "/money", "12.5" },
  { "/area", "8.5" },
  { "/floors", "3" },
  { "/sex", "1" },
  { "/married", "2" },
  { "/relation", "2" },
  { "/country", "xjp" },
  { "/purpose", "3" },
  { "/notify", "2" },
  { "/rooms", "5" },
  { "/services", "13" },
  { "/languages", "yue" },
  { "/place", "dongcheng qs" },
  { "/secret", "abc123" },
  { "/declared", "1" },
  { "/reason", "moved" },
};

static char *
dup_value (YcTestForm *self,
           const char *pointer)
{
  JsonNode *value = yc_form_field_get_value (yc_test_form_find (self, pointer));

  return value == NULL ? g_strdup ("") : yc_json_write (value);
}

typedef struct
{
  YcTestForm *self;
  const char *pointer;
} Left;

static gboolean
is_left (gpointer data)
{
  Left *left = data;
  YcFormField *field = yc_form_view_get_focus_field (left->self->view);

  return field != NULL && !g_str_equal (yc_form_field_get_pointer (field), left->pointer);
}

/* The focus comes back to where something was undone, and the value as it was. */
static void
test_kinds (YcTestForm    *self,
            gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (TYPED); i++)
    {
      const char *pointer = TYPED[i].pointer;
      Left left = { self, pointer };
      g_autofree char *value = NULL;

      yc_test_form_go_to (self, pointer);
      yc_test_form_type (self, TYPED[i].keys);
      yc_test_form_press (self, i == 0 ? "Tab" : "shift+Tab");
      yc_test_iterate_until (is_left, &left);
      value = dup_value (self, pointer);
      g_test_message ("%s is %s", pointer, value);
      g_assert_cmpstr (value, !=, "");
      yc_test_form_press (self, "ctrl+z");
      yc_test_form_await_value (self, pointer, "");
      yc_test_form_await_focus (self, pointer);
      yc_test_form_press (self, "ctrl+shift+z");
      yc_test_form_await_value (self, pointer, value);
    }
  /* And all of it, step by step. */
  for (gsize i = G_N_ELEMENTS (TYPED); i > 0; i--)
    {
      yc_test_form_press (self, "ctrl+z");
      yc_test_form_await_value (self, TYPED[i - 1].pointer, "");
    }
}

/* Three rows below @rows, of which the first field is filled in. */
static void
fill_rows (YcTestForm *self,
           const char *rows,
           const char *name)
{
  static const char *const texts[] = { "east", "west", "north" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *pointer = g_strdup_printf ("%s/%u/%s", rows, i, name);

      if (i == 0)
        yc_test_form_go_to (self, pointer);
      else
        yc_test_form_press (self, "alt+Insert");
      yc_test_form_await_focus (self, pointer);
      yc_test_form_type (self, texts[i]);
      yc_test_form_await_text (self, pointer, texts[i]);
    }
}

typedef struct
{
  const char *rows;
  const char *name;
} Rows;

static void
await_rows (YcTestForm *self,
            const Rows *rows,
            const char *words)
{
  g_auto (GStrv) texts = g_strsplit (words, " ", -1);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autofree char *pointer = g_strdup_printf ("%s/%u/%s", rows->rows, i, rows->name);

      yc_test_form_await_text (self, pointer, texts[i]);
    }
}

/* What is done to the second row of three is undone and done again. */
static void
check_rows (YcTestForm *self,
            const Rows *rows)
{
  static const struct
  {
    const char *keys;
    const char *then;
  } changes[] = {
    { "alt+Up", "west east north" },
    { "alt+Down", "east north west" },
    { "ctrl+d", "east west west north" },
    { "ctrl+Delete", "east north" },
  };
  g_autofree char *second = g_strdup_printf ("%s/1/%s", rows->rows, rows->name);

  fill_rows (self, rows->rows, rows->name);
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      yc_test_form_go_to (self, second);
      yc_test_form_press (self, changes[i].keys);
      await_rows (self, rows, changes[i].then);
      yc_test_form_press (self, "ctrl+z");
      await_rows (self, rows, "east west north");
      yc_test_form_press (self, "ctrl+shift+z");
      await_rows (self, rows, changes[i].then);
      yc_test_form_press (self, "ctrl+z");
      await_rows (self, rows, "east west north");
    }
}

static void
test_table (YcTestForm    *self,
            gconstpointer  data)
{
  const Rows devices = { "/devices", "name" };

  check_rows (self, &devices);
}

static void
test_list (YcTestForm    *self,
           gconstpointer  data)
{
  const Rows sites = { "/sites", "place" };

  check_rows (self, &sites);
}

int
main (int    argc,
      char **argv)
{
  static const YcTestFormCase cases[] = {
    { "kinds", EDITORS, test_kinds },
    { "table", STRUCTURE, test_table },
    { "list", STRUCTURE, test_list },
  };

  return yc_test_form_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
