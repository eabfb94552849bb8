package dev.twinstack.adapter.modules;

import java.util.List;
import java.util.Objects;
import org.eclipse.lsp4j.debug.Capabilities;
import org.eclipse.lsp4j.debug.LoadedSourcesResponse;
import org.eclipse.lsp4j.debug.Module;
import org.eclipse.lsp4j.debug.ModulesArguments;
import org.eclipse.lsp4j.debug.ModulesResponse;
import org.eclipse.lsp4j.debug.Source;

/** DAP's requests about the program, its libraries and their sources; they are answered whether the program stands or runs. */
public final class ModuleRequests {
    private final Modules modules;
    private final LoadedSources sources;

    public ModuleRequests(Modules modules, LoadedSources sources) {
        this.modules = modules;
        this.sources = sources;
    }

    public void declare(Capabilities capabilities) {
        capabilities.setSupportsModulesRequest(true);
        capabilities.setSupportsLoadedSourcesRequest(true);
    }

    /** A page of them; a count of 0 or none stands for all from the start on. */
    public ModulesResponse modules(ModulesArguments arguments) {
        List<LoadedModule> all = modules.all();
        int start = Math.max(0, Math.min(Objects.requireNonNullElse(arguments.getStartModule(), 0), all.size()));
        int count = Objects.requireNonNullElse(arguments.getModuleCount(), 0);
        int end = count <= 0 ? all.size() : (int) Math.min((long) start + count, all.size());
        ModulesResponse response = new ModulesResponse();
        response.setModules(
                all.subList(start, end).stream().map(LoadedModule::shown).toArray(Module[]::new));
        response.setTotalModules(all.size());
        return response;
    }

    public LoadedSourcesResponse loadedSources() {
        LoadedSourcesResponse response = new LoadedSourcesResponse();
        response.setSources(sources.all().toArray(Source[]::new));
        return response;
    }
}
