/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the preview room, told by name between the program and its page server. */
#include "yc-preview-error.h"

#include <gio/gio.h>

#define NAME(name) "io.github.yichuang.Pages1.Error." name

static const GDBusErrorEntry entries[] = {
  { YC_PREVIEW_ERROR_FAILED, NAME ("Failed") },
  { YC_PREVIEW_ERROR_DAMAGED, NAME ("Damaged") },
  { YC_PREVIEW_ERROR_ENCRYPTED, NAME ("Encrypted") },
  { YC_PREVIEW_ERROR_TOO_LARGE, NAME ("TooLarge") },
  { YC_PREVIEW_ERROR_NO_PAGE, NAME ("NoPage") },
  { YC_PREVIEW_ERROR_HOSTILE, NAME ("Hostile") },
};

GQuark
yc_preview_error_quark (void)
{
  static gsize quark;

  g_dbus_error_register_error_domain ("yc-preview-error-quark", &quark, entries,
                                      G_N_ELEMENTS (entries));
  return (GQuark) quark;
}
