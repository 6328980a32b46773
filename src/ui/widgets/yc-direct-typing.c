/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers and codes are no words to compose. Besides, IBus (1.5.27, its module for GTK 4) loses a
 * digit that comes before it has joined an entry that is new on the screen, and nobody sees that
 * fifteen became five. */
#include "yc-direct-typing.h"

/**
 * yc_direct_typing_use:
 * @entry: an entry for digits and letters of ASCII only
 * @purpose: what is typed there
 *
 * Keys in it go past the input method. Main thread.
 */
void
yc_direct_typing_use (GtkEntry        *entry,
                      GtkInputPurpose  purpose)
{
  g_return_if_fail (GTK_IS_ENTRY (entry));

  gtk_entry_set_input_purpose (entry, purpose);
  g_object_set (entry, "im-module", "gtk-im-context-simple", NULL);
}
