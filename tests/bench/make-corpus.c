/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a corpus as JSON lines, for yichuangctl search and for other programs to be measured with:
 * make-corpus ENTRIES [QUERIES-OF-EACH-CLASS > QUERIES]. */
#include "yc-corpus.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

static void
print_entries (YcCorpus *corpus)
{
  for (guint i = 0; i < yc_corpus_get_n_entries (corpus); i++)
    {
      g_autofree char *line = yc_corpus_entry_to_json (yc_corpus_get_entry (corpus, i));

      puts (line);
    }
}

static void
print_queries (YcCorpus *corpus, guint n)
{
  for (YcCorpusClass class = 0; class < YC_CORPUS_N_CLASSES; class ++)
    {
      g_auto (GStrv) queries = yc_corpus_dup_queries (corpus, class, n);

      for (guint i = 0; queries[i] != NULL; i++)
        puts (queries[i]);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (YcCorpus) corpus = NULL;

  setlocale (LC_ALL, "C.UTF-8");
  if (argc < 2 || atoi (argv[1]) <= 0)
    {
      fprintf (stderr, "usage: make-corpus ENTRIES [QUERIES-OF-EACH-CLASS]\n");
      return 2;
    }
  corpus = yc_corpus_new ((guint) atoi (argv[1]), YC_CORPUS_SEED);
  if (argc > 2)
    print_queries (corpus, (guint) atoi (argv[2]));
  else
    print_entries (corpus);
  return 0;
}
