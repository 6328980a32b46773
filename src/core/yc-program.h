/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each of our programs does first, wherever it was installed. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *yc_program_find        (const char *name,
                              const char *room);
char *yc_program_find_folder (const char *folder);
void  yc_program_set_locale  (void);

G_END_DECLS
