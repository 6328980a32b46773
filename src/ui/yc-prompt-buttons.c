/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Buttons that act when their key is pressed, not a quarter of a second later. */
#include "yc-prompt-buttons.h"

#include <gtk/gtk.h>

/* As long as GTK would show the button pressed: once more in that time is a slip. */
#define SLIP_US (G_USEC_PER_SEC / 4)
/* Longer than between two presses of a key that is held down, shorter than between two of a person. */
#define HELD_US (G_USEC_PER_SEC / 16)

/* What was pressed in a window. */
typedef struct
{
  gpointer last;
  gint64 pressed;
  gint64 acted;
} Presses;

static Presses *
get_presses (GtkRoot *window)
{
  static const char key[] = "yc-prompt-buttons";
  GObject *root = G_OBJECT (window);
  Presses *presses = g_object_get_data (root, key);

  if (presses == NULL)
    {
      presses = g_new0 (Presses, 1);
      g_object_set_data_full (root, key, presses, g_free);
    }
  return presses;
}

/* Where a key was pressed, there is a window. */
static void
activate_cb (GtkButton *button)
{
  Presses *presses = get_presses (gtk_widget_get_root (GTK_WIDGET (button)));
  gint64 now = g_get_monotonic_time ();
  gboolean held = now - presses->pressed < HELD_US;
  gboolean slip = presses->last == button && now - presses->acted < SLIP_US;

  presses->pressed = now;
  if (held || slip)
    return;
  presses->last = button;
  presses->acted = now;
  g_signal_emit_by_name (button, "clicked");
}

/**
 * yc_prompt_buttons_init:
 *
 * From now on every button that a key activates is clicked at once. GTK first shows it pressed for
 * 250 ms, which a clerk would wait for hundreds of times a day. A key that is held down activates no
 * second button of the same window with its repetitions.
 */
void
yc_prompt_buttons_init (void)
{
  /* Its signals are there with it. */
  g_type_class_unref (g_type_class_ref (GTK_TYPE_BUTTON));
  g_signal_override_class_handler ("activate", GTK_TYPE_BUTTON, G_CALLBACK (activate_cb));
}
