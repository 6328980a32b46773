/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often somebody may do what is watched: so many at once, and then one now and then. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _YcAllowance YcAllowance;

/* All functions may be called from any thread. */
YcAllowance *yc_allowance_new  (guint        most,
                                guint        seconds);
void         yc_allowance_free (YcAllowance *self);
guint        yc_allowance_take (YcAllowance *self,
                                const char  *key);
/* What was taken did not come about. */
void         yc_allowance_forget (YcAllowance *self,
                                  const char  *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcAllowance, yc_allowance_free)

G_END_DECLS
