package io.jetalyst.session.jetty;

import org.eclipse.jetty.session.SessionData;

/** A store of Jetty that can give stored data another id. */
interface RenamingStore {
    /**
     * Stores the data by its new id, and removes what is stored by the old one; if it fails, the old id remains.
     *
     * @param data the data, which has the new id already
     * @throws EndedElsewhereException if nothing is stored by the old id
     * @throws Exception if the store fails
     */
    void rename(String oldId, SessionData data) throws Exception;
}
