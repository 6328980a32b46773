/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one table of keys: what the application listens to and what the help lists. */
#include "yc-shortcuts.h"

#include <glib/gi18n-lib.h>

/* Application accelerators run before the focused entry: only Ctrl, Alt and F1–F5 are used, so
 * that no input method loses a key. */
static const YcShortcut shortcuts[] = {
  { N_ ("Everywhere"), "<Control>k", "win.search", N_ ("Search everything") },
  { N_ ("Everywhere"), "<Alt>1", "win.place-number(1)", N_ ("Places of the sidebar") },
  { NULL, "<Alt>2", "win.place-number(2)", NULL },
  { NULL, "<Alt>3", "win.place-number(3)", NULL },
  { NULL, "<Alt>4", "win.place-number(4)", NULL },
  { NULL, "<Alt>5", "win.place-number(5)", NULL },
  { NULL, "<Alt>6", "win.place-number(6)", NULL },
  { N_ ("Everywhere"), "<Control>e", "win.verify", N_ ("Verify a certificate that somebody brings") },
  { N_ ("Everywhere"), "F1", "win.help", N_ ("Keys") },
  { N_ ("Everywhere"), "F3", "win.show-person", N_ ("Show or mask personal data") },
  { N_ ("Everywhere"), "F5", "win.refresh", N_ ("Fetch again") },
  { N_ ("Everywhere"), "<Control>p", "win.print", N_ ("Print what is on screen") },
  { N_ ("Everywhere"), "<Control><Shift>p", "win.look", N_ ("The certificate as it will be") },
  { N_ ("Everywhere"), "<Control>q", "app.quit", N_ ("Quit") },
  /* Without an action: the form has them itself, below an input method that is composing. */
  { N_ ("Forms"), "Return", NULL, N_ ("Next field; with Shift the one before") },
  { N_ ("Forms"), "<Control>z", NULL, N_ ("Undo; with Shift redo") },
  { N_ ("Forms"), "<Control>Page_Down", NULL, N_ ("Next page or step; Page Up: the one before") },
  { N_ ("Forms"), "<Alt>Insert", NULL, N_ ("Add a row") },
  { N_ ("Forms"), "<Control>d", NULL, N_ ("Another row like this one") },
  { N_ ("Forms"), "<Alt>Up", NULL, N_ ("Move the row up; Down: down") },
  { N_ ("Forms"), "<Control>Delete", NULL, N_ ("Remove the row") },
  { N_ ("Knowledge"), "<Control><Shift>c", "win.copy-answer", N_ ("Copy the answer") },
  { N_ ("Knowledge"), "<Alt>v", "win.versions", N_ ("Other versions of the answer") },
  { N_ ("Knowledge"), "<Alt>l", "win.related", N_ ("What the answer has to do with") },
  { N_ ("Knowledge"), "<Alt>e", "win.edit", N_ ("Write a new version of the answer") },
  { N_ ("Knowledge"), "<Alt>n", "win.new-entry", N_ ("Write a new entry") },
  { N_ ("Knowledge"), "<Alt>r", "win.report", N_ ("Report a mistake or a gap") },
  { N_ ("Knowledge"), "<Alt>q", "win.consult", N_ ("Record what was asked") },
  { N_ ("Visits"), "<Control>t", "win.new-visit", N_ ("New visit") },
  { N_ ("Visits"), "<Control>w", "win.close-visit", N_ ("Close the visit") },
  { N_ ("Visits"), "<Control>s", "win.save-plan", N_ ("Save the plan") },
  { N_ ("Visits"), "<Control>o", "win.find-plan", N_ ("Saved plans and hand-overs") },
  { N_ ("Visits"), "<Control>h", "win.hand-over", N_ ("Hand the plan over") },
  { N_ ("Visits"), "<Control>Tab", "win.next-visit", N_ ("Next visit") },
  { N_ ("Visits"), "<Control><Shift>Tab", "win.previous-visit", N_ ("Previous visit") },
  { N_ ("Visits"), "<Control>Return", "win.next-step", N_ ("Next step, send") },
  { NULL, "<Control>KP_Enter", "win.next-step", NULL },
  { N_ ("Visits"), "<Control>1", "win.step-1", N_ ("Steps 1 to 5") },
  { NULL, "<Control>2", "win.step-2", NULL },
  { NULL, "<Control>3", "win.step-3", NULL },
  { NULL, "<Control>4", "win.step-4", NULL },
  { NULL, "<Control>5", "win.step-5", NULL },
  /* Without an action: below an input method, and only where no text is typed. */
  { N_ ("Visits"), "Up", NULL, N_ ("Walk back to the answers; Enter changes one") },
  { N_ ("Visits"), "1", NULL, N_ ("In a plan: open a case for the item of that number") },
  { N_ ("Visits"), "d", NULL, N_ ("In a plan: print the declaration") },
  { N_ ("Visits"), "F2", "win.next-error", N_ ("Next field that is missing or wrong") },
  { N_ ("Visits"), "<Shift>F2", "win.previous-error", N_ ("The one before") },
  { N_ ("Visits"), "F4", "win.citizen-view", N_ ("Large page for the citizen") },
  { N_ ("Lists"), "<Control>Down", "win.next-item", N_ ("Next case") },
  { N_ ("Lists"), "<Control>Up", "win.previous-item", N_ ("Previous case") },
  /* Shift turns a digit into another key on each keyboard: the window looks at the key itself. */
  { N_ ("Practice"), "<Control><Shift>1", "win.demo-role(1)",
    N_ ("Change role: 1 clerk to 5 administrator") },
  { N_ ("Practice"), "<Control><Shift>0", "win.demo-reset", N_ ("Begin practice anew") },
};

/**
 * yc_shortcuts_get_all:
 * @n_shortcuts: (out): number of rows
 *
 * Returns: (transfer none) (array length=n_shortcuts): the table of keys
 */
const YcShortcut *
yc_shortcuts_get_all (gsize *n_shortcuts)
{
  g_return_val_if_fail (n_shortcuts != NULL, NULL);

  *n_shortcuts = G_N_ELEMENTS (shortcuts);

  return shortcuts;
}

static void
add_accelerator (GtkApplication *application, const YcShortcut *shortcut)
{
  g_auto (GStrv) old = gtk_application_get_accels_for_action (application, shortcut->action);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) accelerators = NULL;

  g_strv_builder_addv (builder, (const char **) old);
  g_strv_builder_add (builder, shortcut->accelerator);
  accelerators = g_strv_builder_end (builder);
  gtk_application_set_accels_for_action (application, shortcut->action,
                                         (const char *const *) accelerators);
}

/**
 * yc_shortcuts_install:
 * @application: the application
 *
 * Makes the table's keys do their actions in every window of @application.
 */
void
yc_shortcuts_install (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].action != NULL)
      add_accelerator (application, &shortcuts[i]);
}

/* What stands on the key: GTK calls Enter "Return", and in Chinese the arrows 上 and 下. */
static char *
dup_key_name (guint key)
{
  static const struct
  {
    guint       key;
    const char *name;
  } names[] = {
    { GDK_KEY_Return, "Enter" }, { GDK_KEY_Up, "↑" },   { GDK_KEY_Down, "↓" },
    { GDK_KEY_Left, "←" },       { GDK_KEY_Right, "→" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i].key == key)
      return g_strdup (names[i].name);

  return gtk_accelerator_get_label (key, 0);
}

/**
 * yc_shortcuts_label:
 * @accelerator: in GTK's form
 *
 * Returns: (transfer full): the words on the keys, such as "Ctrl+Enter"
 */
char *
yc_shortcuts_label (const char *accelerator)
{
  g_autofree char *name = NULL;
  guint key;
  GdkModifierType modifiers;

  g_return_val_if_fail (accelerator != NULL, NULL);

  if (!gtk_accelerator_parse (accelerator, &key, &modifiers))
    return g_strdup (accelerator);

  name = dup_key_name (key);

  return g_strconcat (modifiers & GDK_CONTROL_MASK ? "Ctrl+" : "",
                      modifiers & GDK_ALT_MASK ? "Alt+" : "",
                      modifiers & GDK_SHIFT_MASK ? "Shift+" : "", name, NULL);
}
