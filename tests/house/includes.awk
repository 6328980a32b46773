# SPDX-License-Identifier: GPL-3.0-or-later
# What includes.sh asks of every file of ours.
function is_named (file, header, seen,    list, n, i) {
  if (file in seen)
    return 0
  seen[file] = 1
  if (outer[file] ~ header)
    return 1
  n = split (own[file], list, " ")
  for (i = 1; i <= n; i++)
    if (is_named(list[i], header, seen))
      return 1
  return 0
}
function demand (file, header, words) {
  delete seen
  if (is_named(file, header, seen))
    return
  print path[file] ": uses " words
  bad = 1
}
FNR == 1 {
  file = FILENAME
  sub(/.*\//, "", file)
  path[file] = FILENAME
}
/^#include </ { outer[file] = outer[file] " " $2; next }
/^#include "/ { name = $2; gsub(/"/, "", name); sub(/.*\//, "", name); own[file] = own[file] " " name; next }
{ sub(/\/\*.*/, ""); gsub(/"[^"]*"/, "") }
/^ \*/ { next }
/(^|[^A-Za-z_])(json_[a-z]|Json[A-Z])/ { json[file] = 1 }
/(^|[^A-Za-z_])(adw_[a-z]|Adw[A-Z])/ { adw[file] = 1 }
/(^|[^A-Za-z_])(gtk_[a-z]|Gtk[A-Z]|gdk_[a-z]|Gdk[A-Z])/ { gtk[file] = 1 }
/(^|[^A-Za-z_])(g_(task|cancellable|list_store|list_model|subprocess|application|resources)_|GFile([^A-Za-z]|$)|GTask|GCancellable|GListModel|GListStore|GAsyncResult|GSubprocess)/ { gio[file] = 1 }
/(^|[^A-Za-z_])(g_[a-z]|G_[A-Z]|gboolean|gpointer|guint|gsize)/ { glib[file] = 1 }
END {
  for (file in json) demand(file, "<json-glib/", "json-glib without <json-glib/json-glib.h>")
  for (file in adw) demand(file, "<adwaita.h>", "Adwaita without <adwaita.h>")
  for (file in gtk) demand(file, "<(adwaita|gtk/|gdk/|gdk-pixbuf/)", "GTK without <gtk/gtk.h>")
  for (file in gio) demand(file, "<(adwaita|gtk/|gio/|gdk|json-glib|libsoup|poppler)", "GIO without <gio/gio.h>")
  for (file in glib) demand(file, "<(adwaita|gtk/|gio/|gdk|json-glib|libsoup|poppler|glib|pango|libsecret)", "GLib without <glib.h>")
  exit bad
}
