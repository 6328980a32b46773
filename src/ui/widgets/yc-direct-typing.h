/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entries in which a key is its character at once, whatever input method the desk has. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void yc_direct_typing_use (GtkEntry        *entry,
                           GtkInputPurpose  purpose);

G_END_DECLS
