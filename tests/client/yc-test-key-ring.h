/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A real key ring for tests: a bus and a gnome-keyring-daemon of their own. No user's is touched. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _YcTestKeyRing YcTestKeyRing;

/* A session bus for the whole program, on which nothing is started by itself; once, before any
 * use of the bus. (transfer full): the key rings' daemon does not run yet. */
YcTestKeyRing *yc_test_key_ring_new    (void);
void           yc_test_key_ring_free   (YcTestKeyRing  *self);
/* With @unlocked the user's password is given, as signing in to the computer does; the first time
 * this makes the key ring. Else what was made stays locked, and nobody is there to unlock it. */
void           yc_test_key_ring_start  (YcTestKeyRing  *self,
                                        gboolean        unlocked);
void           yc_test_key_ring_stop   (YcTestKeyRing  *self);

/* The secret that is kept for a desk's folder; NULL when there is none. (transfer full) */
char          *yc_test_key_ring_read   (const char     *data_dir);
void           yc_test_key_ring_write  (const char     *data_dir,
                                        const char     *secret);
void           yc_test_key_ring_remove (const char     *data_dir);

G_END_DECLS
