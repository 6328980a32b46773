/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plain files of a catalog folder, read within limits. */
#include "yc-catalog-files-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yc-catalog-error.h"
#include "yc-catalog-problem.h"
#include "yc-file-read.h"

/* A city publishes some 1,300 items and 10,000 entries; this leaves room for several such. */
#define MAX_FILES 50000u
#define MAX_FILE_BYTES (2u * 1024u * 1024u)
#define MAX_TOTAL_BYTES (256u * 1024u * 1024u)
#define MAX_DEPTH 4u

#define ATTRIBUTES G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE

typedef struct
{
  GFile *file;
  char *path;
  guint depth;
} Folder;

typedef struct
{
  GQueue folders;
  GPtrArray *files;
  GPtrArray *problems;
  gsize total;
} Walk;

static void
file_free (gpointer data)
{
  YcCatalogFile *file = data;

  g_free (file->path);
  g_free (file->text);
  g_free (file);
}

static void
folder_free (gpointer data)
{
  Folder *folder = data;

  g_object_unref (folder->file);
  g_free (folder->path);
  g_free (folder);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Folder, folder_free)

/* Orders pointers to files by path, for sorting and for bsearch(). */
int
yc_catalog_files_compare (gconstpointer a,
                          gconstpointer b)
{
  const YcCatalogFile *first = *(YcCatalogFile *const *) a;
  const YcCatalogFile *second = *(YcCatalogFile *const *) b;

  return strcmp (first->path, second->path);
}

static void
tell (Walk       *walk,
      const char *path,
      const char *message)
{
  g_ptr_array_add (walk->problems, yc_catalog_problem_new (YC_CATALOG_SEVERITY_ERROR, path, 0, 0,
                                                           message));
}

static char *
read_text (Walk       *walk,
           GFile      *file,
           const char *path)
{
  g_autoptr (GError) error = NULL;
  gsize size = 0;
  g_autofree char *text = yc_file_read (file, MAX_FILE_BYTES, &size, &error);

  if (text == NULL)
    {
      tell (walk, path, error->message);
      return NULL;
    }
  walk->total += size;
  if (size > MAX_FILE_BYTES)
    {
      g_autofree char *limit = g_format_size_full (MAX_FILE_BYTES, G_FORMAT_SIZE_IEC_UNITS);
      g_autofree char *message = g_strdup_printf (_("the file is larger than %s"), limit);

      tell (walk, path, message);
      return NULL;
    }
  if (!g_utf8_validate_len (text, size, NULL))
    {
      tell (walk, path, _("the file is not UTF-8 text"));
      return NULL;
    }

  return g_steal_pointer (&text);
}

static gboolean
add_file (Walk        *walk,
          GFile       *file,
          const char  *path,
          GError     **error)
{
  YcCatalogFile *entry = g_new0 (YcCatalogFile, 1);

  entry->path = g_strdup (path);
  entry->text = read_text (walk, file, path);
  g_ptr_array_add (walk->files, entry);

  if (walk->files->len <= MAX_FILES && walk->total <= MAX_TOTAL_BYTES)
    return TRUE;

  g_set_error (error, YC_CATALOG_ERROR, YC_CATALOG_ERROR_LIMIT,
               _("The folder holds more than a catalog can: at most %u files and %u MiB."),
               MAX_FILES, MAX_TOTAL_BYTES / (1024 * 1024));
  return FALSE;
}

static void
push_folder (Walk       *walk,
             GFile      *file,
             const char *path,
             guint       depth)
{
  Folder *folder = g_new0 (Folder, 1);

  folder->file = g_object_ref (file);
  folder->path = g_strdup (path);
  folder->depth = depth;
  g_queue_push_tail (&walk->folders, folder);
}

static gboolean
visit (Walk          *walk,
       const Folder  *folder,
       GFile         *file,
       GFileInfo     *info,
       GError       **error)
{
  const char *name = g_file_info_get_name (info);
  GFileType type = g_file_info_get_file_type (info);
  g_autofree char *path = NULL;

  if (*name == '.' || g_str_has_suffix (name, "~"))
    return TRUE;

  path = *folder->path == '\0' ? g_strdup (name) : g_strconcat (folder->path, "/", name, NULL);
  if (type == G_FILE_TYPE_REGULAR)
    return add_file (walk, file, path, error);

  /* A link could lead out of the folder: a catalog is what stands in it, nothing else. */
  if (type == G_FILE_TYPE_SYMBOLIC_LINK)
    tell (walk, path, _("symbolic links are not followed"));
  else if (type == G_FILE_TYPE_DIRECTORY && folder->depth < MAX_DEPTH)
    push_folder (walk, file, path, folder->depth + 1);
  else
    tell (walk, path, _("this is neither a file nor a folder of a catalog"));

  return TRUE;
}

static gboolean
visit_children (Walk          *walk,
                const Folder  *folder,
                GError       **error)
{
  g_autoptr (GFileEnumerator) entries = NULL;

  entries = g_file_enumerate_children (folder->file, ATTRIBUTES,
                                       G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, error);
  if (entries == NULL)
    return FALSE;

  while (TRUE)
    {
      GFileInfo *info;
      GFile *child;

      if (!g_file_enumerator_iterate (entries, &info, &child, NULL, error))
        return FALSE;
      if (info == NULL)
        return TRUE;
      if (!visit (walk, folder, child, info, error))
        return FALSE;
    }
}

/*
 * yc_catalog_files_read:
 * @folder: a folder, on disk or in a resource
 * @problems: (element-type YcCatalogProblem): takes what is wrong with single files
 * @error: return location for an error
 *
 * Reads all files of @folder, in the order of their paths. Hidden files and editors' copies are
 * passed over; symbolic links are a mistake.
 *
 * Returns: (transfer full) (element-type YcCatalogFile): the files, or %NULL with
 *   %YC_CATALOG_ERROR_LIMIT or a GIOErrorEnum
 */
GPtrArray *
yc_catalog_files_read (GFile      *folder,
                       GPtrArray  *problems,
                       GError    **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (file_free);
  Walk walk = { .folders = G_QUEUE_INIT, .files = files, .problems = problems };
  gboolean good = TRUE;

  push_folder (&walk, folder, "", 1);
  while (good && walk.folders.length > 0)
    {
      g_autoptr (Folder) next = g_queue_pop_head (&walk.folders);

      good = visit_children (&walk, next, error);
    }
  g_queue_clear_full (&walk.folders, folder_free);
  if (!good)
    return NULL;

  g_ptr_array_sort (files, yc_catalog_files_compare);

  return g_steal_pointer (&files);
}
