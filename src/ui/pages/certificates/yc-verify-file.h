/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button that asks for a certificate's file. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YC_TYPE_VERIFY_FILE (yc_verify_file_get_type ())

G_DECLARE_FINAL_TYPE (YcVerifyFile, yc_verify_file, YC, VERIFY_FILE, GtkWidget)

/* Signal "chosen" (GFile *): this one. */

GtkWidget *yc_verify_file_new (void);

G_END_DECLS
