/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A robot at the desk: finds things by role and name through AT-SPI, presses real keys. */
#include "yc-robot.h"

#include <X11/Xlib.h>
#include <atspi/atspi.h>
#include <cairo-xlib.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

#define POLL_MS 40
#define MAX_DEPTH 60
#define MAX_DEEDS 25
#define MAX_LINE 300

/* libatspi has no autoptr of its own in every release that we support. */
#define auto_unref __attribute__ ((cleanup (unref)))

static void
unref (void *pointer)
{
  g_clear_object ((GObject **) pointer);
}

struct _YcRobot
{
  AtspiAccessible *program;
  Display *display;
  char *pictures;
  guint n_pictures;
  guint patience;
  gint64 began;
  GQueue deeds; /* what it did last, in words */
  YcRobotWitness witness;
  gpointer witness_data;
};

/* What is looked for: everything that is not NULL must fit. */
typedef struct
{
  const char *role;
  const char *name;
  const char *part;
  gboolean focused;
} Wanted;

/* The desk may run in Chinese: the robot then looks for the translated words. */
static void
learn_language (void)
{
  setlocale (LC_ALL, "");
  if (g_getenv ("YICHUANG_LOCALEDIR") != NULL)
    bindtextdomain ("yichuang", g_getenv ("YICHUANG_LOCALEDIR"));
  bind_textdomain_codeset ("yichuang", "UTF-8");
}

static const char *
translate (const char *words)
{
  return words != NULL ? dgettext ("yichuang", words) : NULL;
}

YcRobot *
yc_robot_new (const char *pictures)
{
  YcRobot *self = g_new0 (YcRobot, 1);

  learn_language ();
  g_assert_cmpint (atspi_init (), <=, 1);
  atspi_set_timeout (5000, 20000);
  self->display = XOpenDisplay (NULL);
  g_assert_nonnull (self->display);
  self->pictures = g_strdup (pictures);
  self->patience = 60;
  self->began = g_get_monotonic_time ();
  return self;
}

void
yc_robot_free (YcRobot *self)
{
  g_clear_object (&self->program);
  XCloseDisplay (self->display);
  g_queue_clear_full (&self->deeds, g_free);
  g_free (self->pictures);
  g_free (self);
}

void
yc_robot_set_patience (YcRobot *self, guint seconds)
{
  self->patience = seconds;
}

void
yc_robot_set_witness (YcRobot *self, YcRobotWitness witness, gpointer user_data)
{
  self->witness = witness;
  self->witness_data = user_data;
}

static double
get_seconds (YcRobot *self)
{
  return (double) (g_get_monotonic_time () - self->began) / G_USEC_PER_SEC;
}

static void
remember (YcRobot *self, const char *deed, const char *object)
{
  g_queue_push_tail (&self->deeds,
                     g_strdup_printf ("%.1f s: %s %s", get_seconds (self), deed, object));
  if (self->deeds.length > MAX_DEEDS)
    g_free (g_queue_pop_head (&self->deeds));
}

/* Lets the accessibility bus's messages in while time passes. */
static void
let_time_pass (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  do
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (5000);
    }
  while (g_get_monotonic_time () < end);
}

static char *
get_contents (AtspiAccessible *node)
{
  auto_unref AtspiText *text = atspi_accessible_get_text_iface (node);
  int length;

  if (text == NULL)
    return NULL;
  /* Minus one would mean "to the end", but entries answer it with nothing. */
  length = atspi_text_get_character_count (text, NULL);
  return length > 0 ? atspi_text_get_text (text, 0, length, NULL) : NULL;
}

static gboolean
contains (const char *text, const char *part)
{
  return text != NULL && strstr (text, part) != NULL;
}

static gboolean
has_focus (AtspiAccessible *node)
{
  auto_unref AtspiStateSet *states = atspi_accessible_get_state_set (node);

  return atspi_state_set_contains (states, ATSPI_STATE_FOCUSED);
}

/* Newer versions of AT-SPI call a push button a button. */
static gboolean
is_role (const char *role, const char *wanted)
{
  return g_strcmp0 (role, wanted) == 0 ||
         (g_strcmp0 (role, "button") == 0 && g_str_equal (wanted, "push button"));
}

static gboolean
fits (AtspiAccessible *node, const Wanted *wanted)
{
  g_autofree char *name = atspi_accessible_get_name (node, NULL);
  g_autofree char *role = NULL;
  g_autofree char *contents = NULL;

  if (wanted->name != NULL && g_strcmp0 (name, wanted->name) != 0)
    return FALSE;
  if (wanted->role != NULL)
    {
      role = atspi_accessible_get_role_name (node, NULL);
      if (!is_role (role, wanted->role))
        return FALSE;
    }
  if (wanted->focused && !has_focus (node))
    return FALSE;
  if (wanted->part == NULL || contains (name, wanted->part))
    return TRUE;
  contents = get_contents (node);
  return contains (contents, wanted->part);
}

static AtspiAccessible *
search (AtspiAccessible *node, const Wanted *wanted, guint depth)
{
  int n_children;

  if (fits (node, wanted))
    return g_object_ref (node);
  n_children = depth < MAX_DEPTH ? atspi_accessible_get_child_count (node, NULL) : 0;
  for (int i = 0; i < n_children; i++)
    {
      auto_unref AtspiAccessible *child = atspi_accessible_get_child_at_index (node, i, NULL);
      AtspiAccessible *found = child != NULL ? search (child, wanted, depth + 1) : NULL;

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Pages that were never shown have no size. */
static gboolean
has_size (AtspiAccessible *node)
{
  auto_unref AtspiComponent *component = atspi_accessible_get_component_iface (node);
  AtspiRect *place =
    component != NULL ? atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, NULL) : NULL;
  gboolean sized = place != NULL && place->width > 0 && place->height > 0;

  g_free (place);
  return sized;
}

/* What says nothing is left out, and what only says its type or what its parent said. */
static void
add_facts (AtspiAccessible *node, const char *above, GString *line)
{
  g_autofree char *name = atspi_accessible_get_name (node, NULL);
  g_autofree char *role = atspi_accessible_get_role_name (node, NULL);
  g_autofree char *contents = get_contents (node);
  gboolean focused = has_focus (node);

  if (name == NULL || g_str_equal (name, above) || g_str_has_prefix (name, "Gtk") ||
      (!focused && contents == NULL && (*name == '\0' || g_strcmp0 (role, "filler") == 0)) ||
      !has_size (node))
    return;
  g_string_append_printf (line, "%s%s%s “%s”", line->len > 0 ? ", " : "",
                          focused ? "FOCUSED " : "", role, name);
  if (contents != NULL && !g_str_equal (name, contents))
    g_string_append_printf (line, " = %s", contents);
}

static void
print_node (AtspiAccessible *node, guint depth, const char *above, GString *line)
{
  int n_children = depth < MAX_DEPTH ? atspi_accessible_get_child_count (node, NULL) : 0;
  g_autofree char *name = atspi_accessible_get_name (node, NULL);

  add_facts (node, above, line);
  if (line->len > MAX_LINE)
    {
      g_printerr ("  %s\n", line->str);
      g_string_truncate (line, 0);
    }
  for (int i = 0; i < n_children; i++)
    {
      auto_unref AtspiAccessible *child = atspi_accessible_get_child_at_index (node, i, NULL);

      if (child != NULL)
        print_node (child, depth + 1, name != NULL ? name : "", line);
    }
}

/* A log shows the last hundred lines only: this is to be much less. */
static void
print_screen (YcRobot *self)
{
  g_autoptr (GString) line = g_string_new (NULL);

  g_printerr ("What the program shows, or has shown on pages that are hidden now:\n");
  if (self->program != NULL)
    print_node (self->program, 0, "", line);
  g_printerr ("  %s\n", line->str);
}

static void
print_deeds (YcRobot *self)
{
  g_printerr ("What the robot did last, and now at %.1f s:\n", get_seconds (self));
  for (GList *deed = self->deeds.head; deed != NULL; deed = deed->next)
    g_printerr ("  %s\n", (const char *) deed->data);
}

/* Where nobody asked for pictures the last one is kept all the same. */
static void
take_last_picture (YcRobot *self)
{
  if (self->pictures == NULL)
    self->pictures = g_dir_make_tmp ("yichuang-gave-up-XXXXXX", NULL);
  yc_robot_picture (self, "gave-up");
  g_printerr ("A picture of the screen is in %s\n", self->pictures);
}

void
yc_robot_give_up (YcRobot *self, const char *format, ...)
{
  g_autofree char *words = NULL;
  va_list arguments;

  va_start (arguments, format);
  words = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  take_last_picture (self);
  print_screen (self);
  print_deeds (self);
  if (self->witness != NULL)
    self->witness (self->witness_data);
  g_error ("%s", words);
}

static AtspiAccessible *
find_program (const char *program)
{
  auto_unref AtspiAccessible *desktop = atspi_get_desktop (0);
  int n_programs = atspi_accessible_get_child_count (desktop, NULL);

  for (int i = 0; i < n_programs; i++)
    {
      auto_unref AtspiAccessible *child = atspi_accessible_get_child_at_index (desktop, i, NULL);
      g_autofree char *name = child != NULL ? atspi_accessible_get_name (child, NULL) : NULL;

      if (g_strcmp0 (name, program) == 0 && atspi_accessible_get_child_count (child, NULL) > 0)
        return g_steal_pointer (&child);
    }
  return NULL;
}

void
yc_robot_watch (YcRobot *self, const char *program)
{
  gint64 end = g_get_monotonic_time () + self->patience * G_USEC_PER_SEC;

  g_clear_object (&self->program);
  while ((self->program = find_program (program)) == NULL)
    {
      if (g_get_monotonic_time () > end)
        yc_robot_give_up (self, "%s did not show a window within %u s", program, self->patience);
      let_time_pass (POLL_MS);
    }
}

static void
give_up (YcRobot *self, const Wanted *wanted, const char *complaint)
{
  yc_robot_give_up (self, "%s within %u s: role %s, name “%s”, text “%s”", complaint,
                    self->patience, wanted->role != NULL ? wanted->role : "any",
                    wanted->name != NULL ? wanted->name : "",
                    wanted->part != NULL ? wanted->part : "");
}

static AtspiAccessible *
wait_for (YcRobot *self, const Wanted *wanted)
{
  gint64 end = g_get_monotonic_time () + self->patience * G_USEC_PER_SEC;
  AtspiAccessible *found;

  while ((found = search (self->program, wanted, 0)) == NULL)
    {
      if (g_get_monotonic_time () > end)
        give_up (self, wanted, "not found");
      let_time_pass (POLL_MS);
    }
  return found;
}

void
yc_robot_expect (YcRobot *self, const char *role, const char *name)
{
  g_object_unref (wait_for (self, &(Wanted){ .role = role, .name = translate (name) }));
}

void
yc_robot_expect_text (YcRobot *self, const char *part)
{
  g_object_unref (wait_for (self, &(Wanted){ .part = translate (part) }));
}

static gboolean
sees (YcRobot *self, const Wanted *wanted)
{
  auto_unref AtspiAccessible *found = search (self->program, wanted, 0);

  return found != NULL;
}

gboolean
yc_robot_sees (YcRobot *self, const char *role, const char *name)
{
  return sees (self, &(Wanted){ .role = role, .name = translate (name) });
}

gboolean
yc_robot_sees_text (YcRobot *self, const char *part)
{
  return sees (self, &(Wanted){ .part = translate (part) });
}

void
yc_robot_expect_gone (YcRobot *self, const char *role, const char *name)
{
  gint64 end = g_get_monotonic_time () + self->patience * G_USEC_PER_SEC;
  const Wanted wanted = { .role = role, .name = translate (name) };

  while (sees (self, &wanted))
    {
      if (g_get_monotonic_time () > end)
        give_up (self, &wanted, "still there");
      let_time_pass (POLL_MS);
    }
}

static gboolean
is_sensitive (AtspiAccessible *node)
{
  auto_unref AtspiStateSet *states = atspi_accessible_get_state_set (node);

  return atspi_state_set_contains (states, ATSPI_STATE_SENSITIVE);
}

/* A button that waits for something is found at once, but can only be used later. */
static void
wait_sensitive (YcRobot *self, AtspiAccessible *node, const Wanted *wanted)
{
  gint64 end = g_get_monotonic_time () + self->patience * G_USEC_PER_SEC;

  while (!is_sensitive (node))
    {
      if (g_get_monotonic_time () > end)
        give_up (self, wanted, "not usable");
      let_time_pass (POLL_MS);
    }
}

void
yc_robot_click (YcRobot *self, const char *role, const char *name)
{
  const Wanted wanted = { .role = role, .name = translate (name) };
  auto_unref AtspiAccessible *node = wait_for (self, &wanted);
  auto_unref AtspiAction *action = atspi_accessible_get_action_iface (node);

  wait_sensitive (self, node, &wanted);
  remember (self, "click", name);
  if (action != NULL && atspi_action_get_n_actions (action, NULL) > 0)
    atspi_action_do_action (action, 0, NULL);
  else
    {
      yc_robot_focus (self, role, name);
      yc_robot_press (self, "space");
    }
}

/* Waits until the desk itself has put the focus there. */
void
yc_robot_await_focus (YcRobot *self, const char *role, const char *name)
{
  gint64 end = g_get_monotonic_time () + self->patience * G_USEC_PER_SEC;
  const Wanted wanted = { .role = role, .name = translate (name), .focused = TRUE };

  while (!sees (self, &wanted))
    {
      if (g_get_monotonic_time () > end)
        give_up (self, &wanted, "the focus did not come to it");
      let_time_pass (POLL_MS);
    }
}

void
yc_robot_focus (YcRobot *self, const char *role, const char *name)
{
  gint64 end = g_get_monotonic_time () + self->patience * G_USEC_PER_SEC;
  const Wanted wanted = { .role = role, .name = translate (name) };
  auto_unref AtspiAccessible *node = wait_for (self, &wanted);
  auto_unref AtspiComponent *component = atspi_accessible_get_component_iface (node);

  g_assert_nonnull (component);
  wait_sensitive (self, node, &wanted);
  do
    {
      if (g_get_monotonic_time () > end)
        give_up (self, &wanted, "did not take the focus");
      atspi_component_grab_focus (component, NULL);
      let_time_pass (POLL_MS);
    }
  while (!has_focus (node));
}

char *
yc_robot_read (YcRobot *self, const char *role, const char *name)
{
  auto_unref AtspiAccessible *node = wait_for (self, &(Wanted){ .role = role, .name = translate (name) });

  return get_contents (node);
}

static void
run_xdotool (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) arguments, NULL,
                G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
}

/* Menus and tooltips are no windows to type into: they vanish, and the keys with them. */
static gboolean
is_window (Display *display, Window window)
{
  XWindowAttributes facts;

  return XGetWindowAttributes (display, window, &facts) != 0 && facts.map_state == IsViewable &&
         !facts.override_redirect && facts.class == InputOutput;
}

static Window
find_topmost_window (Display *display)
{
  Window root, parent, found = None;
  Window *children = NULL;
  unsigned n_children = 0;

  XQueryTree (display, DefaultRootWindow (display), &root, &parent, &children, &n_children);
  for (unsigned i = 0; i < n_children; i++)
    if (is_window (display, children[i]))
      found = children[i];
  XFree (children);
  return found;
}

/* Without a window manager nobody gives the window the X focus, so the robot does. */
static void
focus_window (YcRobot *self)
{
  Window focused, wanted = find_topmost_window (self->display);
  int revert;

  g_assert_cmpuint (wanted, !=, None);
  XGetInputFocus (self->display, &focused, &revert);
  if (focused != wanted)
    XSetInputFocus (self->display, wanted, RevertToParent, CurrentTime);
  XSync (self->display, False);
}

/* The keys for one character: its own, or its number by GTK's Ctrl+Shift+U. Letting xdotool change
 * the keyboard under way instead loses characters when the machine is busy. */
static void
add_keys (GPtrArray *arguments, gunichar character)
{
  g_autofree char *digits = g_strdup_printf ("%x", character);

  g_ptr_array_add (arguments, g_strdup ("ctrl+shift+u"));
  for (const char *digit = digits; *digit != '\0'; digit++)
    g_ptr_array_add (arguments, g_strndup (digit, 1));
  g_ptr_array_add (arguments, g_strdup ("space"));
}

static void
type_by_numbers (const char *text)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (arguments, g_strdup ("xdotool"));
  g_ptr_array_add (arguments, g_strdup ("key"));
  g_ptr_array_add (arguments, g_strdup ("--delay"));
  g_ptr_array_add (arguments, g_strdup ("12"));
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    add_keys (arguments, g_utf8_get_char (c));
  g_ptr_array_add (arguments, NULL);
  run_xdotool ((const char *const *) arguments->pdata);
}

void
yc_robot_type (YcRobot *self, const char *text)
{
  remember (self, "type", text);
  focus_window (self);
  if (g_str_is_ascii (text))
    run_xdotool ((const char *[]){ "xdotool", "type", "--delay", "12", "--", text, NULL });
  else
    type_by_numbers (text);
  let_time_pass (POLL_MS);
}

void
yc_robot_press (YcRobot *self, const char *keys)
{
  remember (self, "press", keys);
  focus_window (self);
  run_xdotool ((const char *[]){ "xdotool", "key", "--delay", "12", keys, NULL });
  let_time_pass (POLL_MS);
}

void
yc_robot_picture (YcRobot *self, const char *name)
{
  int screen = DefaultScreen (self->display);
  g_autofree char *path = NULL;
  cairo_surface_t *surface;

  if (self->pictures == NULL)
    return;
  let_time_pass (350);
  self->n_pictures++;
  path = g_strdup_printf ("%s/%02u-%s.png", self->pictures, self->n_pictures, name);
  surface = cairo_xlib_surface_create (self->display, RootWindow (self->display, screen),
                                       DefaultVisual (self->display, screen),
                                       DisplayWidth (self->display, screen),
                                       DisplayHeight (self->display, screen));
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}
